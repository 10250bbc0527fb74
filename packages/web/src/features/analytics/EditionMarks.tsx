import { PlotMark } from '../../charts/PlotMark.tsx';
import { formats } from '../../ui/formats.ts';
import classes from './edition-marks.module.css';
import { messages } from './messages.ts';
import type { EditionMark } from './to-evolution.ts';
import { toRuleTexts } from '../../ui/rule-text/to-rule-text.ts';
import type { Version } from './use-dashboard.ts';

/** Where the rules changed: dashed lines that open to what changed, when and by whom. */
export function EditionMarks({ marks, versions }: { marks: readonly EditionMark[]; versions: readonly Version[] }) {
  const words = messages.evolution;
  return marks.map(({ edition, day, x }) => (
    <PlotMark key={`${edition}:${day}`} x={x} label={words.edition(edition)} name={words.openEdition(edition, formats.day(day))}>
      <Change edition={edition} versions={versions} />
    </PlotMark>
  ));
}

function Change({ edition, versions }: { edition: number; versions: readonly Version[] }) {
  const words = messages.evolution;
  const now = versions.find((version) => version.edition === edition);
  const before = versions.find((version) => version.edition === edition - 1);
  if (now === undefined) return <p className={classes.title}>{words.edition(edition)}</p>;
  const [rules, old] = [toRuleTexts(now.rules), toRuleTexts(before?.rules)];
  const added = rules.filter((rule) => !old.includes(rule));
  const removed = old.filter((rule) => !rules.includes(rule));
  return (
    <div className={classes.change}>
      <p className={classes.title}>{words.edition(edition)}</p>
      <p className={classes.by}>{words.changedBy(now.created_by_name, formats.instant(new Date(now.created_at)))}</p>
      {now.restored_from !== null && <p>{words.restored(now.restored_from)}</p>}
      {now.note !== '' && <p>{now.note}</p>}
      <Rules title={words.added} rules={added} />
      <Rules title={words.removed} rules={removed} />
      {added.length === 0 && removed.length === 0 && <p>{words.noChange}</p>}
    </div>
  );
}

function Rules({ title, rules }: { title: string; rules: readonly string[] }) {
  if (rules.length === 0) return null;
  return (
    <>
      <p className={classes.by}>{title}</p>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </>
  );
}
