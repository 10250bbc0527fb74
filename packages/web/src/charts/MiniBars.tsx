import type { Fill } from './band-fill.ts';
import fills from './fills.module.css';
import classes from './mini-bars.module.css';

/** A picture of a few heights, without axes, 26 pixels high: for the foot of a figure. Its numbers stand elsewhere as text. */
export function MiniBars({ bars }: { bars: readonly { key: string; value: number; fill: Fill }[] }) {
  const largest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <div className={classes.bars} aria-hidden="true">
      {bars.map(({ key, value, fill }) => (
        <i key={key} className={fills[fill]} style={{ blockSize: value === 0 ? 0 : `max(1px, ${(100 * value) / largest}%)` }} />
      ))}
    </div>
  );
}
