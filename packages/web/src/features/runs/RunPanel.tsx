import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../ui/Chip.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SidePanel } from '../../ui/overlay/SidePanel.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { messages } from './messages.ts';
import { Concern, RunProgress, TONES } from './run-columns.tsx';
import classes from './runs.module.css';
import { toRunView, type RunView } from './to-run-view.ts';
import { useRetry, useRun } from './use-runs.ts';

type RunPanelProps = { id: number | null; names: ReadonlyMap<number, string>; mayWrite: boolean; onClose: () => void; onNext: (id: number) => void };

/** One run: what it did and for whom, how far it is, why it failed and what to do about it. Null: closed. */
export function RunPanel({ id, ...props }: RunPanelProps) {
  return (
    <SidePanel isOpen={id !== null} onClose={props.onClose} title={id === null ? '' : messages.panel.title(String(id))}>
      {id !== null && <Shown id={id} {...props} />}
    </SidePanel>
  );
}

function Shown({ id, ...props }: Omit<RunPanelProps, 'id'> & { id: number }) {
  return (
    <Loaded query={useRun(id)} skeleton={<SkeletonRows count={6} />}>
      {(run) => (
        <div className={classes.panel}>
          <Facts view={toRunView(run)} names={props.names} />
          {run.error !== null && <Failed {...props} error={run.error} runId={run.id} importId={run.import_id} />}
        </div>
      )}
    </Loaded>
  );
}

function Facts({ view, names }: { view: RunView; names: ReadonlyMap<number, string> }) {
  const { run, tookMs } = view;
  const words = messages.panel;
  return (
    <dl className={classes.facts}>
      <dt>{messages.what}</dt>
      <dd>{messages.kind[run.kind]}</dd>
      <dt>{messages.concerns}</dt>
      <dd>
        <Concern run={run} names={names} />
      </dd>
      <dt>{messages.state}</dt>
      <dd>
        <Chip tone={TONES[run.status]}>{messages.status[run.status]}</Chip> {run.attempt > 1 && messages.attempts(run.attempt)}
      </dd>
      <dt>{words.by}</dt>
      <dd>{run.requested_by_name ?? (run.requested_by === 'system' ? words.schedule : words.somebody)}</dd>
      <dt>{messages.started}</dt>
      <dd>{formats.instant(new Date(run.created_at))}</dd>
      <dt>{messages.took}</dt>
      <dd>{tookMs === null ? '–' : formats.duration(tookMs)}</dd>
      <dt>{messages.progress}</dt>
      <dd>
        <RunProgress view={view} />
      </dd>
    </dl>
  );
}

type FailedProps = Pick<RunPanelProps, 'mayWrite' | 'onNext'> & { error: { code: string; message: string }; runId: number; importId: number | null };

function Failed({ error, runId, importId, mayWrite, onNext }: FailedProps) {
  const words = messages.panel;
  const retry = useRetry();
  return (
    <section className={classes.failed} aria-label={words.why}>
      <h3>{words.why}</h3>
      <p dir="auto">{words.reason(error.code, error.message)}</p>
      <h3>{words.whatToDo}</h3>
      <p>{words.advice(error.code)}</p>
      <div className={classes.actions}>
        {mayWrite && (
          <Button leftSection={<Icon name="sync" />} loading={retry.isPending} onClick={() => retry.mutate(runId, { onSuccess: ({ id }) => onNext(id) })}>
            {messages.again}
          </Button>
        )}
        {importId !== null && (
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/imports/new" search={{ import: importId }} />}>
            {messages.import(String(importId))}
          </Button>
        )}
      </div>
    </section>
  );
}
