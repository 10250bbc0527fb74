import type { Fill } from './band-fill.ts';
import fills from './fills.module.css';
import type { PlotPoint } from './ChartPlot.tsx';
import classes from './stacked-bars.module.css';

export type StackedBar = {
  key: string;
  /** Its middle, 0 to 1. */
  x: number;
  /** From below to above; values in the unit of `top`. */
  parts: readonly { fill: Fill; value: number }[];
  /** Too few to trust its shares: drawn as an outline. */
  isFew?: boolean;
  /** Stands over the bar. */
  label?: string;
};

const WIDEST_PX = 28;

/** Bars from 0 to `top`, each of several parts; for a `ChartPlot`. What is pointed at keeps its colour, the others fade. */
export function StackedBars({ bars, top, active }: { bars: readonly StackedBar[]; top: number; active: PlotPoint | null }) {
  const inlineSize = `min(${WIDEST_PX}px, ${78 / Math.max(1, bars.length)}%)`;
  return bars.map(({ key, x, parts, isFew = false, label }) => {
    const total = parts.reduce((sum, { value }) => sum + value, 0);
    if (total === 0) return null;
    const isFaded = active !== null && active.key !== key;
    return (
      <div
        key={key} className={`${classes.bar} ${isFew ? classes.few : ''} ${isFaded ? classes.faded : ''}`}
        style={{ left: `${100 * x}%`, inlineSize, blockSize: `${(100 * total) / top}%` }}
      >
        {label !== undefined && <span className={classes.label}>{label}</span>}
        {parts.map(({ fill, value }) => value > 0 && <i key={fill} className={fills[fill]} style={{ flexGrow: value }} />)}
      </div>
    );
  });
}
