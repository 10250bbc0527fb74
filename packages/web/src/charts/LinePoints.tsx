import type { PlotPoint } from './ChartPlot.tsx';
import classes from './line-points.module.css';

export type LinePoint = {
  key: string;
  /** 0 to 1, from left to right. */
  x: number;
  /** 0 to 1, from below to above; so are the ends of the interval, null when there is none. */
  y: number;
  interval: readonly [number, number] | null;
  /** Enough answers to be joined; a hollow point is shown alone. */
  isSolid: boolean;
  /** Whether the solid point before it lies over a gap: the line there is dotted. */
  isAfterGap?: boolean;
};

/**
 * A line through the points that have enough answers, with the band of their intervals; for a `ChartPlot`.
 *
 * Points with too few answers are hollow and never joined. A line over a gap is dotted. A point that stands alone shows its
 * interval as a bar.
 */
export function LinePoints({ points, active }: { points: readonly LinePoint[]; active: PlotPoint | null }) {
  const runs = toRuns(points.filter(({ isSolid }) => isSolid));
  return (
    <>
      <svg className={classes.lines} viewBox="0 0 1 1" preserveAspectRatio="none">
        {runs.map((run) => run.length > 1 && <path key={`band-${run[0]?.key}`} className={classes.band} d={toBand(run)} />)}
        {runs.map((run) => run.length > 1 && <path key={`line-${run[0]?.key}`} className={classes.line} d={toLine(run)} />)}
        {runs.map((run, index) => {
          const [from, to] = [runs[index - 1]?.at(-1), run[0]];
          return from !== undefined && to !== undefined && <path key={`gap-${to.key}`} className={classes.gap} d={toLine([from, to])} />;
        })}
      </svg>
      {runs.map(([alone, second]) => {
        const interval = alone?.interval ?? null;
        return alone !== undefined && interval !== null && second === undefined && <Bar key={alone.key} x={alone.x} interval={interval} />;
      })}
      {points.map((point) => (
        <span
          key={point.key} className={`${classes.point} ${point.isSolid ? '' : classes.hollow} ${point.key === active?.key ? classes.active : ''}`}
          style={{ left: `${100 * point.x}%`, bottom: `${100 * point.y}%` }}
        />
      ))}
    </>
  );
}

function Bar({ x, interval: [low, high] }: { x: number; interval: readonly [number, number] }) {
  return <span className={classes.bar} style={{ left: `${100 * x}%`, bottom: `${100 * low}%`, blockSize: `${100 * (high - low)}%` }} />;
}

function toRuns(points: readonly LinePoint[]): LinePoint[][] {
  const runs: LinePoint[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run === undefined || point.isAfterGap === true) runs.push([point]);
    else run.push(point);
  }
  return runs;
}

function toLine(points: readonly LinePoint[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${1 - y}`).join('');
}

function toBand(points: readonly LinePoint[]): string {
  const ends = points.map(({ x, y, interval }) => ({ x, low: interval?.[0] ?? y, high: interval?.[1] ?? y }));
  const there = ends.map(({ x, high }, index) => `${index === 0 ? 'M' : 'L'}${x} ${1 - high}`);
  const back = ends.toReversed().map(({ x, low }) => `L${x} ${1 - low}`);
  return `${there.join('')}${back.join('')}Z`;
}
