import classes from './length-bar.module.css';

/** One length against the largest of its column: `shareRatio` 0 to 1. The number stands beside it. */
export function LengthBar({ shareRatio, tone = 'ink' }: { shareRatio: number; tone?: 'ink' | 'grey' | 'moderate' }) {
  return (
    <span className={classes.track} aria-hidden="true">
      <span className={`${classes.fill} ${classes[tone]}`} style={{ inlineSize: `${100 * Math.max(0, Math.min(1, shareRatio))}%` }} />
    </span>
  );
}
