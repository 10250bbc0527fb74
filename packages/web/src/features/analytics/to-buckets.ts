import type { Snapshot } from './use-dashboard.ts';

export type Step = 'day' | 'week' | 'month';

/** Snapshots of a day, a week (from Monday) or a month, oldest first. A time without responses has no snapshots, and stays. */
export type Bucket = { firstDay: string; lastDay: string; snapshots: Snapshot[] };

const STEPS: readonly Step[] = ['day', 'week', 'month'];
/** More bars than this are too thin to point at. */
const MOST_BUCKETS = 110;
const DAY_MS = 86_400_000;

/**
 * Snapshots in even steps from the first to the last one, gaps included; none gives none.
 *
 * @example toBuckets([snapshotOf('2026-01-30'), snapshotOf('2026-02-02')], 'month').length // 2
 */
export function toBuckets(snapshots: readonly Snapshot[], step: Step): Bucket[] {
  const [first, last] = [snapshots.at(0)?.snapshot_date, snapshots.at(-1)?.snapshot_date];
  if (first === undefined || last === undefined) return [];
  const byStart = Map.groupBy(snapshots, ({ snapshot_date }) => startOf(snapshot_date, step));
  const buckets: Bucket[] = [];
  for (let start = startOf(first, step); start <= last; start = nextOf(start, step)) {
    const lastDay = addDays(nextOf(start, step), -1);
    buckets.push({ firstDay: start < first ? first : start, lastDay: lastDay > last ? last : lastDay, snapshots: byStart.get(start) ?? [] });
  }
  return buckets;
}

/** The finest step that gives no more bars than can be pointed at. */
export function stepOfSpan(snapshots: readonly Snapshot[]): Step {
  const [first, last] = [snapshots.at(0)?.snapshot_date, snapshots.at(-1)?.snapshot_date];
  if (first === undefined || last === undefined) return 'day';
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  if (days <= MOST_BUCKETS) return 'day';
  return days / 7 <= MOST_BUCKETS ? 'week' : 'month';
}

/**
 * The finest step of at most so many points in which most points have enough answers; months when none has.
 *
 * @param countOf how many answers a bucket has
 */
export function stepOfAnswers(snapshots: readonly Snapshot[], countOf: (bucket: Bucket) => number, enough: number): Step {
  const from = STEPS.indexOf(stepOfSpan(snapshots));
  const fits = STEPS.slice(from).find((step) => {
    const counts = toBuckets(snapshots, step).map(countOf).filter((count) => count > 0);
    return counts.length > 0 && counts.filter((count) => count >= enough).length * 2 >= counts.length;
  });
  return fits ?? 'month';
}

function startOf(day: string, step: Step): string {
  if (step === 'day') return day;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

function nextOf(start: string, step: Step): string {
  if (step === 'day') return addDays(start, 1);
  if (step === 'week') return addDays(start, 7);
  const at = new Date(`${start}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + 1);
  return at.toISOString().slice(0, 10);
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
