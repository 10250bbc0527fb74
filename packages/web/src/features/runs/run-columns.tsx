import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../ui/Chip.tsx';
import { ProgressLine } from '../../ui/control/ProgressLine.tsx';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import { messages } from './messages.ts';
import classes from './runs.module.css';
import { type RunView, toResults } from './to-run-view.ts';

const TONES = { queued: 'outline', running: 'info', succeeded: 'plain', failed: 'bad' } as const;

export type RunColumnsParts = {
  /** Names of personas by id; one that is gone is called by its number. */
  names: ReadonlyMap<number, string>;
  /** Null: nothing may be done again. */
  onAgain: ((personaId: number, kind: 'sync' | 'batch-calculate') => void) | null;
  isStarting: boolean;
};

/** The columns of the table of runs. */
export function toRunColumns({ names, onAgain, isStarting }: RunColumnsParts): Column<RunView>[] {
  return [
    { key: 'id', header: messages.run, isRowHeader: true, isSortable: true, value: ({ run }) => run.id, cell: ({ run }) => String(run.id) },
    { key: 'kind', header: messages.what, isSortable: true, value: ({ run }) => messages.kind[run.kind], cell: ({ run }) => messages.kind[run.kind] },
    { key: 'concerns', header: messages.concerns, value: ({ run }) => toConcern(run, names), cell: ({ run }) => <Concern run={run} names={names} /> },
    { key: 'status', header: messages.state, value: ({ run }) => messages.status[run.status], cell: ({ run }) => <State run={run} /> },
    { key: 'done', header: messages.progress, value: ({ run }) => run.done, cell: (view) => <Progress view={view} /> },
    { key: 'took', header: messages.took, align: 'end', value: ({ tookMs }) => tookMs, cell: ({ tookMs }) => (tookMs === null ? '–' : formats.duration(tookMs)) },
    { key: 'created', header: messages.started, isSortable: true, value: ({ run }) => run.created_at, cell: ({ run }) => formats.instant(new Date(run.created_at)) },
    {
      key: 'again', header: messages.actions,
      cell: ({ run, again }) =>
        again !== null && run.persona_id !== null && onAgain !== null ? (
          <Button variant="default" size="xs" loading={isStarting} aria-label={messages.againOf(String(run.id))} onClick={() => onAgain(run.persona_id ?? 0, again)}>
            {messages.again}
          </Button>
        ) : null,
    },
  ];
}

function State({ run }: { run: RunView['run'] }) {
  return (
    <span className={classes.state}>
      <Chip tone={TONES[run.status]}>{messages.status[run.status]}</Chip>
      {run.error !== null && (
        <span className={classes.error} dir="auto">
          {run.error.message}
        </span>
      )}
      {run.attempt > 1 && <span className={classes.results}>{messages.attempts(run.attempt)}</span>}
    </span>
  );
}

function Progress({ view: { run, isUnderWay } }: { view: RunView }) {
  if (isUnderWay) {
    return (
      <div className={classes.progress}>
        <ProgressLine label={messages.kind[run.kind]} done={run.done} total={run.total} />
      </div>
    );
  }
  const results = toResults(run);
  return results.length === 0 ? formats.count(run.done) : <bdi dir="ltr" className={classes.results}>{results.map(({ name, count }) => `${name} ${formats.count(count)}`).join(' · ')}</bdi>;
}

function Concern({ run, names }: { run: RunView['run']; names: ReadonlyMap<number, string> }) {
  const text = toConcern(run, names);
  if (run.import_id !== null) {
    return (
      <Link to="/imports/new" search={{ import: run.import_id }}>
        {text}
      </Link>
    );
  }
  if (run.persona_id === null || !names.has(run.persona_id)) return text;
  return (
    <Link to="/persona-builder/$personaId" params={{ personaId: String(run.persona_id) }} search={{ tab: 'analytics' }}>
      {text}
    </Link>
  );
}

function toConcern({ import_id, persona_id }: RunView['run'], names: ReadonlyMap<number, string>): string {
  if (import_id !== null) return messages.import(String(import_id));
  return persona_id === null ? messages.everyPersona : (names.get(persona_id) ?? messages.persona(String(persona_id)));
}
