import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../ui/Chip.tsx';
import { ProgressLine } from '../../ui/control/ProgressLine.tsx';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import { messages } from './messages.ts';
import classes from './runs.module.css';
import { type RunView, toResults } from './to-run-view.ts';

export const TONES = { queued: 'outline', running: 'info', succeeded: 'plain', failed: 'bad' } as const;

export type RunColumnsParts = {
  /** Names of personas by id; one that is gone is called by its number. */
  names: ReadonlyMap<number, string>;
  /** Null: nothing may be done again. */
  onRetry: ((runId: number) => void) | null;
  isStarting: boolean;
  onOpen: (runId: number) => void;
};

/** The columns of the table of runs. */
export function toRunColumns({ names, onRetry, isStarting, onOpen }: RunColumnsParts): Column<RunView>[] {
  return [
    { key: 'id', header: messages.run, isRowHeader: true, isSortable: true, value: ({ run }) => run.id, cell: ({ run }) => <Open id={run.id} onOpen={onOpen} /> },
    { key: 'kind', header: messages.what, isSortable: true, width: '120px', value: ({ run }) => messages.kind[run.kind], cell: ({ run }) => messages.kind[run.kind] },
    { key: 'concerns', header: messages.concerns, value: ({ run }) => toConcern(run, names), cell: ({ run }) => <Concern run={run} names={names} /> },
    { key: 'status', header: messages.state, value: ({ run }) => messages.status[run.status], cell: ({ run }) => <State run={run} /> },
    { key: 'done', header: messages.progress, value: ({ run }) => run.done, cell: (view) => <RunProgress view={view} /> },
    { key: 'by', header: messages.panel.by, value: ({ run }) => run.requested_by_name, cell: ({ run }) => run.requested_by_name ?? '–' },
    { key: 'took', header: messages.took, align: 'end', value: ({ tookMs }) => tookMs, cell: ({ tookMs }) => (tookMs === null ? '–' : formats.duration(tookMs)) },
    { key: 'created', header: messages.started, isSortable: true, value: ({ run }) => run.created_at, cell: ({ run }) => formats.instant(new Date(run.created_at)) },
    {
      key: 'again', header: messages.actions,
      cell: ({ run, canRetry }) =>
        canRetry && onRetry !== null ? (
          <Button variant="default" size="xs" loading={isStarting} aria-label={messages.againOf(String(run.id))} onClick={() => onRetry(run.id)}>
            {messages.again}
          </Button>
        ) : null,
    },
  ];
}

function Open({ id, onOpen }: { id: number; onOpen: (runId: number) => void }) {
  return (
    <Button variant="subtle" size="xs" aria-label={messages.panel.title(String(id))} onClick={() => onOpen(id)}>
      {String(id)}
    </Button>
  );
}

function State({ run }: { run: RunView['run'] }) {
  return (
    <span className={classes.state}>
      <Chip tone={TONES[run.status]}>{messages.status[run.status]}</Chip>
      {run.error !== null && (
        <span className={classes.error} dir="auto">
          {messages.panel.reason(run.error.code, run.error.message)}
        </span>
      )}
      {run.attempt > 1 && <span className={classes.results}>{messages.attempts(run.attempt)}</span>}
    </span>
  );
}

/** How far a run is, or what came of it. */
export function RunProgress({ view: { run, isUnderWay } }: { view: RunView }) {
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

/** What a run is about, as a link where there is one to follow. */
export function Concern({ run, names }: { run: RunView['run']; names: ReadonlyMap<number, string> }) {
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
