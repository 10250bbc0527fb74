import type { ReactNode } from 'react';
import { messages } from './messages.ts';
import { ShareBar } from '../../charts/ShareBar.tsx';
import type { ShareFigure } from '../../ui/figure/to-share-figure.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import classes from './share-line.module.css';

type ShareLineProps = {
  name: ReactNode;
  figure: ShareFigure;
  strong?: ShareFigure;
  fill: 'moderate' | 'strong' | 'ink';
};

/** A share with its name, estimate, interval and bar, in the same height whatever may be shown of it. */
export function ShareLine({ name, figure, strong, fill }: ShareLineProps) {
  return (
    <div>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        <ShareText figure={figure} />
      </div>
      <ShareBar figure={figure} fill={fill} {...(strong !== undefined && { strong })} />
    </div>
  );
}

function ShareText({ figure }: { figure: ShareFigure }) {
  const words = messages.personas;
  if (figure.grade === 'nobody') return <span className={classes.few}>{words.none}</span>;
  if (figure.grade === 'hidden') {
    return (
      <span className={classes.few}>
        {words.none} <span className={classes.range}>{words.fewerThanTen}</span>
      </span>
    );
  }
  const isFew = figure.grade === 'too few';
  return (
    <span className={classes.figures}>
      <Figure className={isFew ? classes.few : classes.percent}>{figure.percent}</Figure>
      <Figure className={classes.range}>{figure.range}</Figure>
      {isFew && <Chip tone="dashed">{words.tooFew}</Chip>}
    </span>
  );
}
