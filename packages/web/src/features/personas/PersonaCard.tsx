import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { messages } from './messages.ts';
import { LikenessRing } from '../../charts/LikenessRing.tsx';
import { SparkLine } from '../../charts/SparkLine.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { VerdictChip } from '../../ui/verdict/VerdictChip.tsx';
import classes from './persona-card.module.css';
import { ShareLine } from './ShareLine.tsx';
import type { PersonaCardFigures, PersonaCardView } from './to-persona-card.ts';

/** One persona: who it is, how good it is, whom it stands for, and under which rules. */
export function PersonaCard({ view, menu }: { view: PersonaCardView; menu: ReactNode }) {
  const { figures } = view;
  const isRingShown = figures !== null && figures.coverage.grade === 'normal';
  return (
    <article className={`${classes.card} ${figures === null ? classes.empty : ''}`} aria-labelledby={`persona-${view.id}`}>
      <header className={classes.head}>
        <LikenessRing
          initials={view.initials}
          photo={view.photo}
          color={view.color}
          shares={isRingShown ? { match: figures.coverage.estimate, strong: figures.strong.estimate } : null}
        />
        <div className={classes.who}>
          <h2 id={`persona-${view.id}`}>
            <Link to="/persona-builder/$personaId" params={{ personaId: String(view.id) }} search={{ tab: 'analytics' }} className={classes.open}>
              {view.name}
            </Link>
          </h2>
          {view.description !== '' && <p>{view.description}</p>}
        </div>
        {menu}
      </header>
      <div className={classes.chips}>
        <VerdictChip word={view.verdict.word} />
        <Chip tone="outline">{view.status}</Chip>
        {view.tags.map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
      </div>
      {figures === null ? <NothingYet state={view.state} /> : <Figures view={view} figures={figures} />}
      <footer className={classes.foot}>
        <span>{view.facts}</span>
        <span className={classes.synced} title={view.synced.title ?? undefined}>
          <Icon name="sync" size={12} />
          {view.synced.text}
        </span>
      </footer>
    </article>
  );
}

function Figures({ view, figures }: { view: PersonaCardView; figures: PersonaCardFigures }) {
  const words = messages.personas;
  return (
    <>
      <p className={classes.sentence}>{view.pendingEdition === null ? view.verdict.sentence : words.recalculating(view.pendingEdition)}</p>
      <div className={classes.coverage}>
        <ShareLine name={words.coverage} figure={figures.coverage} strong={figures.strong} fill="moderate" />
        <div className={classes.under}>
          <span className={classes.strong}>
            {words.strong}{' '}
            <Figure>{figures.strong.grade === 'normal' || figures.strong.grade === 'too few' ? figures.strong.percent : words.none}</Figure>
          </span>
          <Figure>{messages.sample(figures.coverage.sample)}</Figure>
        </div>
      </div>
      {figures.trend !== null && (
        <div className={classes.trend}>
          <SparkLine points={figures.trend.points} sentence={figures.trend.sentence} />
          <p>
            <span>{words.trendUntil(figures.trend.until)}</span>
            <Figure>{figures.trend.range}</Figure>
          </p>
        </div>
      )}
      <dl className={`${classes.numbers} ${figures.coverage.grade === 'normal' ? '' : classes.few}`}>
        <Number name={words.averageMatch} title={words.averageMatchTitle} value={figures.averageMatch} />
        {figures.everyRule !== null && <Number name={words.everyRule} title={words.everyRuleTitle} value={figures.everyRule} />}
        {figures.onlyThisOne !== null && <Number name={words.onlyThisOne} title={words.onlyThisOneTitle} value={figures.onlyThisOne} />}
      </dl>
    </>
  );
}

function Number({ name, title, value }: { name: string; title: string; value: string }) {
  return (
    <div title={title}>
      <dt>{name}</dt>
      <dd>
        <Figure>{value}</Figure>
      </dd>
    </div>
  );
}

function NothingYet({ state }: { state: PersonaCardView['state'] }) {
  const words = messages.personas;
  const isWithoutRules = state === 'no rules';
  return (
    <div className={classes.nothing}>
      <Icon name={isWithoutRules ? 'sliders' : 'sync'} size={20} />
      <b>{isWithoutRules ? words.noRulesTitle : words.notCalculatedTitle}</b>
      <p>{isWithoutRules ? words.noRulesText : words.notCalculatedText}</p>
    </div>
  );
}
