import classes from './gallery-skeleton.module.css';

const CARDS = ['first', 'second', 'third'];

/** The shape of the gallery while it loads, in the height of the result. */
export function GallerySkeleton() {
  return (
    <div className={classes.skeleton}>
      <div className={classes.strip}>
        <Bars widths={['40%', '90%', '70%']} />
        <Bars widths={['100%', '100%', '100%']} />
        <Bars widths={['70%', '45%']} />
      </div>
      <div className={classes.cards}>
        {CARDS.map((card) => (
          <div key={card} className={classes.card}>
            <Bars widths={['60%', '35%', '90%', '100%', '50%']} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Bars({ widths }: { widths: string[] }) {
  return (
    <div className={classes.bars}>
      {widths.map((inlineSize, index) => (
        // The bars have no identity but their place.
        <span key={`${index}:${inlineSize}`} style={{ inlineSize }} />
      ))}
    </div>
  );
}
