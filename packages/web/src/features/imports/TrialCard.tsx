import { Button } from '@mantine/core';
import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';
import type { Import } from './recognition.ts';
import { RefusedRows } from './RefusedRows.tsx';
import { problemsOfAll } from './to-columns-view.ts';
import classes from './trial-card.module.css';
import type { Draft } from './use-import.ts';

type Report = NonNullable<Import['report']>;

/** What would happen to each row as the columns stand; nothing is stored. */
export function TrialCard({ imported, draft }: { imported: Import; draft: Draft }) {
  const words = messages.trial;
  const { report } = imported;
  return (
    <Card title={words.title} actions={<Chip tone="outline">{words.nothing}</Chip>}>
      <div className={classes.trial} aria-busy={draft.isChecking}>
        <output className={classes.running}>{draft.isChecking ? words.running : ''}</output>
        {draft.trouble !== null && <Problems draft={draft} />}
        {report !== null && (
          <div className={draft.isChecked ? '' : classes.old}>
            <Figures report={report} />
            <RefusedRows importId={imported.id} report={report} />
          </div>
        )}
        {!draft.isUnasked && !draft.isChecked && <p className={classes.note}>{words.large}</p>}
        {(draft.trouble !== null || (!draft.isUnasked && !draft.isChecked)) && (
          <Button variant="default" loading={draft.isChecking} onClick={draft.check}>
            {report === null ? words.run : words.again}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Problems({ draft }: { draft: Draft }) {
  const { trouble } = draft;
  if (trouble === null) return null;
  const general = problemsOfAll(trouble.problems);
  return (
    <div role="alert" className={classes.problems} dir="auto">
      <b>{messages.trial.problems}</b>
      {(general.length > 0 ? general : [trouble.text]).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

function Figures({ report }: { report: Report }) {
  const words = messages.trial;
  const { ready, refused, already_there: there, rows, days } = report;
  const width = (count: number): string => `${rows === 0 ? 0 : (100 * count) / rows}%`;
  return (
    <>
      <div className={classes.bar} aria-hidden="true">
        <span className={classes.ready} style={{ inlineSize: width(ready + there) }} />
        <span className={classes.refused} style={{ inlineSize: width(refused) }} />
      </div>
      <dl className={classes.figures}>
        <Count name={words.ready} value={ready} />
        <Count name={words.refused} value={refused} isBad={refused > 0} />
        {there > 0 && <Count name={words.there} value={there} />}
      </dl>
      {days.first !== null && days.last !== null && <p className={classes.note}>{words.days(formats.day(days.first), formats.day(days.last))}</p>}
      {ready === 0 && there === 0 && <p className={classes.note}>{words.nothingReady}</p>}
    </>
  );
}

function Count({ name, value, isBad = false }: { name: string; value: number; isBad?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isBad ? classes.bad : ''}>{formats.count(value)}</dd>
    </div>
  );
}
