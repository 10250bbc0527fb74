import { memo } from 'react';
import { messages } from '../messages.ts';
import type { DraftCondition, DraftRule } from './rule-draft.ts';
import classes from './rules.module.css';
import { type SentencePart, toRuleSentence } from '../../../ui/rule-text/to-rule-sentence.ts';

/** A condition in words; for a rule of its own also its name, and whether it is required. */
export const RuleSentence = memo(function RuleSentence({ rule, condition }: { rule: DraftRule | undefined; condition: DraftCondition }) {
  const parts = toRuleSentence(condition);
  return (
    <span>
      {rule !== undefined && rule.label !== '' && <b>{rule.label}: </b>}
      {parts.map((part, index) => (
        <Piece key={`${index}:${part.text}`} part={part} isLast={index === parts.length - 1} />
      ))}
      {rule?.required === true && <span className={classes.required}> · {messages.rules.required}</span>}
    </span>
  );
});

function Piece({ part, isLast }: { part: SentencePart; isLast: boolean }) {
  const space = isLast ? '' : ' ';
  if (part.kind === 'attribute') return <><bdi className={classes.attribute}>{part.text}</bdi>{space}</>;
  if (part.kind === 'value') return <><b><bdi>{part.text}</bdi></b>{space}</>;
  return <>{part.text}{space}</>;
}
