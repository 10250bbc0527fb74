import { type Schemas, unwrap } from '@likeness/sdk';
import { useQuery } from '@tanstack/react-query';
import { likeness } from '../../../api/likeness.ts';
import { keyOf } from '../../../api/query-keys.ts';
import { ProgressLine } from '../../../ui/control/ProgressLine.tsx';
import { messages } from '../messages.ts';
import classes from './versions.module.css';

const ASK_EVERY_MS = 1000;

type CalculationLineProps = { edition: number; runId: number | null };

/** While a new edition is calculated: how far that is. All figures stay those of the edition before until it has ended. */
export function CalculationLine({ edition, runId }: CalculationLineProps) {
  const { data: run } = useQuery({
    queryKey: keyOf('runs', runId),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/runs/{id}', { params: { path: { id: runId ?? 0 } }, signal })),
    enabled: runId !== null,
    refetchInterval: ({ state }) => (state.data !== undefined && hasEnded(state.data) ? false : ASK_EVERY_MS),
  });
  if (run !== undefined && run.status === 'failed') return <p role="alert" className={classes.failed}>{messages.publish.failed(edition)}</p>;
  return (
    <output className={classes.calculation}>
      <span>{messages.publish.calculating(edition)}</span>
      {run !== undefined && !hasEnded(run) && <ProgressLine label={messages.publish.calculating(edition)} done={run.done} total={run.total} />}
    </output>
  );
}

function hasEnded({ status }: Pick<Schemas['Run'], 'status'>): boolean {
  return status === 'succeeded' || status === 'failed';
}
