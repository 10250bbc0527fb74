import type { ReactNode } from 'react';
import { ShareBar } from '../../charts/ShareBar.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { ShareFigure } from '../../ui/figure/ShareFigure.tsx';
import { formats } from '../../ui/formats.ts';
import { VerdictChip } from '../../ui/verdict/VerdictChip.tsx';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import type { VerdictView } from './to-verdict.ts';
import classes from './verdict-card.module.css';

const SETS = { moderate: 'match', strong: 'strong', ink: 'every_rule' } as const;

/** The page's answer: the verdict in a word and a sentence, and the three shares that lie inside each other. */
export function VerdictCard({ view, respondents, days }: { view: VerdictView; respondents: number; days: ReactNode }) {
  const words = messages.verdict;
  return (
    <section className={classes.card} aria-label={words.label}>
      <div className={classes.answer}>
        <p className={classes.about}>
          <VerdictChip word={view.word} />
          <span>{days}</span>
        </p>
        <p className={classes.sentence}>
          {view.sentence.map(({ text, isStrong }) => (isStrong ? <b key={text}>{text}</b> : <span key={text}>{text}</span>))}
        </p>
        {view.reason !== null && (
          <p className={classes.reason} title={words.cutOffs}>
            {view.reason} <a href="#rules">{words.seeRules}</a>
          </p>
        )}
      </div>
      <div className={classes.levels}>
        <p className={classes.head}>
          <span>{words.shareOf(formats.count(respondents))}</span>
          <span>{words.withInterval}</span>
        </p>
        {view.levels.map(({ name, from, figure, fill }) => (
          <div key={name} className={classes.level}>
            <div className={classes.line}>
              <PeopleLink set={SETS[fill]} className={classes.name}>
                {name} <span>{from}</span>
              </PeopleLink>
              <ShareFigure figure={figure} />
            </div>
            <ShareBar figure={figure} fill={fill} />
          </div>
        ))}
        <p className={classes.axis} aria-hidden="true">
          {[0, 25, 50, 75].map((value) => (
            <Figure key={value}>{formats.count(value)}</Figure>
          ))}
          <Figure>{formats.percentWhole(100)}</Figure>
        </p>
      </div>
    </section>
  );
}
