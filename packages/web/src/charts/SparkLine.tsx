import { type LinePoint, LinePoints } from './LinePoints.tsx';
import classes from './spark-line.module.css';

/** A line without axes, as high as two lines of text: its range stands in words beside it. `sentence` says what it shows. */
export function SparkLine({ points, sentence }: { points: readonly LinePoint[]; sentence: string }) {
  return (
    <figure className={classes.spark} aria-label={sentence} dir="ltr">
      <LinePoints points={points} active={null} />
    </figure>
  );
}
