import { Link } from '@tanstack/react-router';
import { messages } from './messages.ts';
import { Figure } from '../../ui/figure/Figure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import classes from './portfolio-strip.module.css';
import { ShareLine } from './ShareLine.tsx';
import type { PortfolioView } from './to-portfolio-view.ts';

/** The gallery's answer: the sentence, the three nested shares of all active personas together, and the gap. */
export function PortfolioStrip({ view }: { view: PortfolioView }) {
  return (
    <section className={classes.strip} aria-label={messages.portfolio.label}>
      <div className={classes.answer}>
        <p className={classes.caption}>{view.heading}</p>
        <p className={classes.sentence}>
          {view.sentence.map(({ text, isStrong }) => (isStrong ? <b key={text}>{text}</b> : <span key={text}>{text}</span>))}
        </p>
        <Remarks sentences={view.remarks} />
        <Link className={classes.open} to="/portfolio">
          {messages.portfolio.open}
        </Link>
      </div>
      <div className={classes.levels}>
        {view.levels.map(({ name, from, figure, fill }) => (
          <ShareLine key={name} name={<LevelName name={name} from={from} />} figure={figure} fill={fill} />
        ))}
      </div>
      <Gap gap={view.gap} />
    </section>
  );
}

function LevelName({ name, from }: { name: string; from: string | null }) {
  return (
    <>
      {name} {from !== null && <span className={classes.from}>{from}</span>}
    </>
  );
}

function Remarks({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <details className={classes.remarks}>
      <summary>
        <Icon name="warning" size={14} />
        {messages.portfolio.remarks(sentences.length)}
        <Icon name="chevron" size={14} />
      </summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

function Gap({ gap }: { gap: PortfolioView['gap'] }) {
  const isShown = gap.figure.grade === 'normal';
  return (
    <div className={classes.gap}>
      <p className={classes.caption}>{messages.portfolio.gap}</p>
      <p className={classes.count}>
        <Figure>{gap.count}</Figure>
      </p>
      <p className={classes.detail}>
        {isShown ? (
          <>
            <Figure>{gap.figure.percent}</Figure> · <Figure>{gap.figure.range}</Figure>
          </>
        ) : (
          <Figure>{messages.sample(gap.figure.sample)}</Figure>
        )}
      </p>
      <p className={classes.detail}>{gap.matchNobody}</p>
      {gap.isAnybody && (
        <Link className={classes.who} to="/portfolio" search={{ people: 'none' }}>
          {messages.portfolio.whoAreThey}
        </Link>
      )}
    </div>
  );
}
