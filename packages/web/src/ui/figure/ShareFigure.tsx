import { Chip } from '../Chip.tsx';
import { messages } from '../messages.ts';
import { Figure } from './Figure.tsx';
import classes from './figure.module.css';
import type { ShareFigure as Share } from './to-share-figure.ts';

/**
 * A share in words and digits: estimate and 95 % interval, with "too few" beside it under 30 people, and no figure under 10.
 * `hasSample` adds n.
 */
export function ShareFigure({ figure, hasSample = false }: { figure: Share; hasSample?: boolean }) {
  const words = messages.figure;
  if (figure.grade === 'nobody') return <span className={classes.few}>{messages.none}</span>;
  if (figure.grade === 'hidden') {
    return (
      <span className={classes.few}>
        {messages.none} <span className={classes.range}>{words.fewerThanTen}</span>
      </span>
    );
  }
  const isFew = figure.grade === 'too few';
  return (
    <span className={classes.share}>
      <Figure className={isFew ? classes.few : classes.percent}>{figure.percent}</Figure>
      <Figure className={classes.range}>
        {figure.range}
        {hasSample && ` · ${words.sample(figure.sample)}`}
      </Figure>
      {isFew && <Chip tone="dashed">{words.tooFew}</Chip>}
    </span>
  );
}
