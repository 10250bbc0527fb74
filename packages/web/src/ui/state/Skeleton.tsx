import classes from './skeleton.module.css';

type Size = { inlineSize?: number | string; blockSize?: number };

/** One grey bar in the size of what will stand there; by default a line of text. */
export function SkeletonBar({ inlineSize = '100%', blockSize = 16 }: Size) {
  return <span className={classes.bar} style={{ inlineSize, blockSize }} />;
}

/** A card while it loads: a title and so many lines, in the height of the result. */
export function SkeletonCard({ blockSize, lines = 3 }: { blockSize: number; lines?: number }) {
  return (
    <div className={classes.card} style={{ minBlockSize: blockSize }}>
      <SkeletonBar inlineSize="40%" />
      {Array.from({ length: lines }, (_, line) => (
        <SkeletonBar key={line} inlineSize={`${92 - 14 * (line % 3)}%`} />
      ))}
    </div>
  );
}

/** Rows of a table while they load. */
export function SkeletonRows({ count }: { count: number }) {
  return (
    <div className={classes.rows}>
      {Array.from({ length: count }, (_, row) => (
        <div key={row}>
          <SkeletonBar inlineSize={`${60 - 8 * (row % 3)}%`} />
        </div>
      ))}
    </div>
  );
}

/** A bar chart while it loads; fills the height it is given. */
export function SkeletonChart({ blockSize }: { blockSize: number }) {
  const heights = [90, 60, 28, 16, 34, 20, 12, 24, 18, 10, 14, 30];
  return (
    <div className={classes.chart} style={{ blockSize }}>
      {heights.map((height, index) => (
        <span key={`${index}:${height}`} className={classes.bar} style={{ blockSize: `${height}%` }} />
      ))}
    </div>
  );
}
