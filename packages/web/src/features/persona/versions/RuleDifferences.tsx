import { Chip } from '../../../ui/Chip.tsx';
import { formats } from '../../../ui/formats.ts';
import { messages } from '../messages.ts';
import type { DraftRule, RuleDraft } from '../rules/rule-draft.ts';
import { toRuleText } from '../../../ui/rule-text/to-rule-text.ts';
import { compareRules, type RuleDifference } from './compare-rules.ts';
import classes from './versions.module.css';

const TONES = { added: 'match', removed: 'warn', changed: 'info' } as const;

/** What differs between two rule sets, rule by rule and in words. */
export function RuleDifferences({ before, after }: { before: RuleDraft; after: RuleDraft }) {
  const { rules, missing } = compareRules(before, after);
  const words = messages.versions;
  if (rules.length === 0 && missing === null) return <p className={classes.none}>{words.noDifference}</p>;
  return (
    <ul className={classes.differences}>
      {rules.map((difference, index) => (
        <Difference key={`${index}:${difference.kind}`} difference={difference} />
      ))}
      {missing !== null && (
        <li>
          <Chip tone="info">{words.kinds.changed}</Chip>
          <span>{words.missing(messages.rules.missingPolicies[missing.before], messages.rules.missingPolicies[missing.after])}</span>
        </li>
      )}
    </ul>
  );
}

function Difference({ difference: { kind, before, after } }: { difference: RuleDifference }) {
  return (
    <li>
      <Chip tone={TONES[kind]}>{messages.versions.kinds[kind]}</Chip>
      <span>
        {before !== null && <del>{toText(before)}</del>} {after !== null && <ins>{toText(after)}</ins>}
      </span>
    </li>
  );
}

function toText({ condition, label, weight, required }: DraftRule): string {
  const name = label === '' ? '' : `${label}: `;
  return `${name}${toRuleText(condition)}${messages.versions.weight(formats.number(weight, Number.isInteger(weight) ? 0 : 3))}${required ? ` · ${messages.rules.required}` : ''}`;
}
