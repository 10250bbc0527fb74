import { Figure } from '../ui/figure/Figure.tsx';
import classes from './chart-plot.module.css';

/** A value of an axis: where it lies (0 to 1) and how it is written. */
export type Tick = { at: number; label: string };

/** The horizontal lines of a plot, the lowest one stronger. */
export function Gridlines({ ticks }: { ticks: readonly Tick[] }) {
  return ticks.map(({ at, label }) => <span key={label} className={`${classes.gridline} ${at === 0 ? classes.base : ''}`} style={{ bottom: `${100 * at}%` }} />);
}

/** The labels beside and under a plot. They are text, so they keep their size when the plot is stretched. */
export function AxisLabels({ yTicks, xTicks }: { yTicks: readonly Tick[]; xTicks: readonly Tick[] }) {
  return (
    <>
      <div className={classes.yLabels} aria-hidden="true">
        {yTicks.map(({ at, label }) => (
          <span key={label} style={{ bottom: `${100 * at}%` }}>
            <Figure>{label}</Figure>
          </span>
        ))}
        {/* The widest label makes the room. */}
        <span className={classes.room}>{yTicks.map(({ label }) => label).toSorted((a, b) => b.length - a.length)[0]}</span>
      </div>
      <div className={classes.xLabels} aria-hidden="true">
        {xTicks.map(({ at, label }) => (
          <span key={`${at}:${label}`} className={at === 0 ? classes.first : at === 1 ? classes.last : ''} style={{ left: `${100 * at}%` }}>
            {label}
          </span>
        ))}
      </div>
    </>
  );
}
