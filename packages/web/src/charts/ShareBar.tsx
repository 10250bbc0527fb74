import type { ShareFigure } from '../ui/figure/to-share-figure.ts';
import classes from './share-bar.module.css';

type ShareBarProps = {
  figure: ShareFigure;
  /** The part of it that is strong; drawn over the estimate. */
  strong?: ShareFigure;
  fill: 'moderate' | 'strong' | 'ink';
};

/**
 * A share as a bar from 0 to 100 %: its end is the estimate, the translucent band the 95 % interval.
 *
 * With too few people only the interval is drawn, on a dashed track; with fewer still, the track alone. The figures stand
 * beside it as text, so the drawing is hidden from screen readers.
 */
export function ShareBar({ figure, strong, fill }: ShareBarProps) {
  const isDrawn = figure.grade === 'normal';
  const hasInterval = isDrawn || figure.grade === 'too few';
  return (
    <span className={`${classes.track} ${isDrawn ? '' : classes.few}`} aria-hidden="true">
      {isDrawn && <span className={`${classes.fill} ${classes[fill]}`} style={{ inlineSize: `${figure.estimate}%` }} />}
      {isDrawn && strong !== undefined && (
        <span className={`${classes.fill} ${classes.strong}`} style={{ inlineSize: `${strong.estimate}%` }} />
      )}
      {hasInterval && (
        <span className={classes.interval} style={{ insetInlineStart: `${figure.low}%`, inlineSize: `${figure.high - figure.low}%` }} />
      )}
    </span>
  );
}
