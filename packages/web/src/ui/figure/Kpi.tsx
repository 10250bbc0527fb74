import type { ReactNode } from 'react';
import { Chip } from '../Chip.tsx';
import { messages } from '../messages.ts';
import { Explained, type Explanation } from './Explained.tsx';
import { Figure } from './Figure.tsx';
import classes from './kpi.module.css';
import type { ShareFigure } from './to-share-figure.ts';

type KpiProps = {
  name: string;
  /** What opens from it: people, definition, method, export. */
  explanation?: Explanation;
  /** Under the figure: interval, n, what it is made of. Shares bring their own. */
  detail?: ReactNode;
  /** One small picture, 8 to 26 pixels high. */
  picture?: ReactNode;
} & ({ figure: string | null; share?: never } | { share: ShareFigure; figure?: never });

/** One big figure with its name, its interval and n. A figure that may not be shown is "–" with the reason. */
export function Kpi({ name, explanation, detail, picture, figure, share }: KpiProps) {
  return (
    <section className={classes.kpi} aria-label={name}>
      <div className={classes.head}>
        <h2>{name}</h2>
        {explanation !== undefined && <Explained name={name} explanation={explanation} />}
      </div>
      {share === undefined ? <p className={classes.figure}>{figure === null ? messages.none : <Figure>{figure}</Figure>}</p> : <ShareLines share={share} />}
      {detail !== undefined && <p className={classes.detail}>{detail}</p>}
      {picture !== undefined && <div className={classes.picture}>{picture}</div>}
    </section>
  );
}

function ShareLines({ share }: { share: ShareFigure }) {
  const words = messages.figure;
  const isShown = share.grade === 'normal' || share.grade === 'too few';
  const few = share.grade === 'too few';
  return (
    <>
      <p className={`${classes.figure} ${share.grade === 'normal' ? '' : classes.few}`}>
        {isShown ? <Figure>{share.percent}</Figure> : messages.none}
        {few && <Chip tone="dashed">{words.tooFewToTell}</Chip>}
      </p>
      <p className={classes.detail}>
        {isShown && (
          <>
            <Figure>{share.range}</Figure> ·{' '}
          </>
        )}
        {share.grade === 'hidden' && `${words.fewerThanTen} · `}
        <Figure>{words.sample(share.sample)}</Figure>
      </p>
    </>
  );
}
