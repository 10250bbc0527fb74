import type { ReactNode } from 'react';
import { formats } from '../formats.ts';
import { messages } from '../messages.ts';
import { toTrouble } from '../trouble/to-trouble.ts';
import { useDelay } from '../use-delay.ts';
import { ErrorState, OldFigures } from './ErrorState.tsx';

/** A query as far as its state matters here; react-query's results fit. */
export type LoadedQuery<T> = {
  data: T | undefined;
  error: Error | null;
  isPending: boolean;
  isFetching: boolean;
  /** When the data shown arrived, in milliseconds since 1970. */
  dataUpdatedAt: number;
  refetch: () => Promise<unknown>;
};

type LoadedProps<T> = {
  query: LoadedQuery<T>;
  /** The shape of the result, in its height; shown when the answer takes longer than 300 ms. */
  skeleton: ReactNode;
  /** What the old result is not, when it stays because a newer one did not load: as "not of this draft". */
  oldNote?: string | undefined;
  children: (data: T) => ReactNode;
};

const SKELETON_AFTER_MS = 300;

/**
 * The states of everything that is loaded: its shape while it takes long, an error in its place, or the result; when a
 * newer result did not load, the old one stays under a line that says from when it is.
 *
 * @example <Loaded query={useRuns()} skeleton={<SkeletonRows count={5} />}>{(runs) => <RunTable runs={runs} />}</Loaded>
 */
export function Loaded<T>({ query, skeleton, oldNote, children }: LoadedProps<T>) {
  const isSlow = useDelay(query.isPending, SKELETON_AFTER_MS);
  const tryAgain = (): void => void query.refetch();
  if (query.data === undefined) {
    if (query.error !== null) return <ErrorState trouble={toTrouble(query.error)} isTrying={query.isFetching} onTryAgain={tryAgain} />;
    if (isSlow) return <output aria-label={messages.loading}>{skeleton}</output>;
    // Its room is kept from the first, so that what stands below does not move.
    return (
      <div aria-hidden="true" style={{ visibility: 'hidden' }}>
        {skeleton}
      </div>
    );
  }
  const shownFrom = formats.instant(new Date(query.dataUpdatedAt));
  return (
    <>
      {query.error !== null && <OldFigures trouble={toTrouble(query.error)} shownFrom={shownFrom} note={oldNote} isTrying={query.isFetching} onTryAgain={tryAgain} />}
      {children(query.data)}
    </>
  );
}
