import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Explained } from '../../ui/figure/Explained.tsx';
import { ShareFigure } from '../../ui/figure/ShareFigure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import classes from './answer-card.module.css';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import type { Level } from './search.ts';
import type { AnswerView } from './to-answer-view.ts';
import type { Warning } from './to-warnings.ts';

/** More would push the answer apart. */
const SHOWN = 3;

type AnswerCardProps = { view: AnswerView; warnings: readonly Warning[]; level: Level; onExport: () => void };

/** The page's answer in words, the three nested shares behind it, and what is worth changing. */
export function AnswerCard({ view, warnings, level, onExport }: AnswerCardProps) {
  return (
    <section className={classes.card} aria-label={messages.answer.label}>
      <div className={classes.answer}>
        <p className={classes.caption}>{view.heading}</p>
        <p className={classes.sentence}>{view.sentence.map(({ text, isStrong }) => (isStrong ? <b key={text}>{text}</b> : <span key={text}>{text}</span>))}</p>
        <dl className={classes.levels}>
          {view.levels.map((line) => (
            <div key={line.level} data-level={line.level} data-chosen={line.level === level ? '' : undefined}>
              <dt>
                {line.name} {line.from !== null && <span className={classes.from}>{line.from}</span>}
                <Explained
                  name={line.name}
                  explanation={{
                    definition: messages.answer.definition[line.level], method: messages.answer.method, onExport,
                    ...(line.level === level && { people: <PeopleLink people="none">{messages.answer.seeMissing}</PeopleLink> }),
                  }}
                />
              </dt>
              <dd>
                <ShareFigure figure={line.figure} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <Warnings warnings={warnings} />
    </section>
  );
}

function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  const [isExplained, setIsExplained] = useState(false);
  const [isAll, setIsAll] = useState(false);
  const words = messages.warnings;
  return (
    <div className={classes.warnings}>
      <div className={classes.warningsHead}>
        <h2 className={classes.caption}>{words.title(warnings.length)}</h2>
        <button type="button" className={classes.decided} aria-expanded={isExplained} onClick={() => setIsExplained(!isExplained)}>
          {words.decided}
        </button>
      </div>
      {isExplained && <p className={classes.detail}>{words.howDecided}</p>}
      {warnings.length === 0 ? (
        <p className={classes.detail}>{words.fine}</p>
      ) : (
        <ul>
          {(isAll ? warnings : warnings.slice(0, SHOWN)).map((warning) => (
            <WarningItem key={warning.key} warning={warning} />
          ))}
        </ul>
      )}
      {warnings.length > SHOWN && (
        <button type="button" className={classes.decided} aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
          {isAll ? words.fewer : words.all(warnings.length)}
        </button>
      )}
    </div>
  );
}

function WarningItem({ warning }: { warning: Warning }) {
  return (
    <li>
      <Icon name="warning" />
      <div>
        <p className={classes.title}>{warning.title}</p>
        <p className={classes.detail}>
          {warning.detail !== null && <bdi lang="en">{warning.detail}</bdi>} {warning.advice} <WarningLink warning={warning} />
        </p>
      </div>
    </li>
  );
}

function WarningLink({ warning: { opens, personaIds, title } }: { warning: Warning }) {
  const words = messages.warnings;
  if (opens === 'both') {
    return (
      <PeopleLink people={personaIds.join(',')} hasOthers label={`${words.both}: ${title}`}>
        {words.both}
      </PeopleLink>
    );
  }
  return (
    <Link to="/persona-builder/$personaId" params={{ personaId: String(personaIds[0]) }} search={{ tab: 'canvas' }} aria-label={`${words.rules}: ${title}`}>
      {words.rules}
    </Link>
  );
}
