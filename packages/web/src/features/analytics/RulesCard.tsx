import { Link } from '@tanstack/react-router';
import { LengthBar } from '../../charts/LengthBar.tsx';
import type { Persona } from '../../api/use-personas.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Explained } from '../../ui/figure/Explained.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { ShareFigure } from '../../ui/figure/ShareFigure.tsx';
import { toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { messages as uiMessages } from '../../ui/messages.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { toFigureText } from '../../ui/verdict/to-verdict-look.ts';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import classes from './rules-card.module.css';
import type { Diagnostics } from './use-dashboard.ts';

type Rule = Diagnostics['rules'][number] & { index: number; text: string };

/** How each rule works with the others: who passes it, whether it says anything about the rest, and whom it keeps out. */
export function RulesCard({ persona, diagnostics, texts }: { persona: Persona; diagnostics: Diagnostics; texts: readonly string[] }) {
  const words = messages.rules;
  const rows = diagnostics.rules.map((rule, index) => ({ ...rule, index, text: texts[index] ?? rule.label }));
  const edit = (
    <>
      <Explained name={words.title} explanation={{ definition: words.means }} />
      <Link to="/persona-builder/$personaId" params={{ personaId: String(persona.id) }} search={{ tab: 'canvas' }}>
        {words.edit}
      </Link>
    </>
  );
  return (
    <div id="rules" className={classes.card}>
      <Card title={words.title} caption={words.caption(formats.count(diagnostics.respondents))} actions={edit} isFlush fold="open">
        <DataTable caption={words.title} columns={toColumns(rows)} rows={rows} rowKey={({ index }) => index} csvName={`${persona.name}, ${words.title}`} />
        {diagnostics.counted_twice.length > 0 && (
          <ul className={classes.twice}>
            {diagnostics.counted_twice.map(({ a, b, said }) => (
              <li key={`${a}:${b}`}>
                <Chip tone="warn">{words.twice}</Chip> {toFigureText(said)}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

function toColumns(rows: readonly Rule[]): Column<Rule>[] {
  const words = messages.rules;
  const largest = Math.max(1, ...rows.map(({ strong_if_waived }) => strong_if_waived));
  return [
    { key: 'rule', header: words.rule, isRowHeader: true, cell: (rule) => <RuleName rule={rule} />, value: ({ text }) => text },
    {
      key: 'passes', header: words.passes, isSortable: true, value: ({ passes }) => passes.percentage,
      cell: ({ index, passes, text }) => (
        <span className={classes.passes}>
          <span>
            <ShareFigure figure={toShareFigure(passes)} />
          </span>
          <PeopleLink set="everybody" rule={index} label={words.whoFails(text)} className={classes.people}>
            <Icon name="people" size={14} />
          </PeopleLink>
        </span>
      ),
    },
    { key: 'goes', header: words.goesWith, isSortable: true, width: '25%', cell: (rule) => <GoesWith rule={rule} />, value: ({ goes_with_others }) => goes_with_others },
    {
      key: 'waived', header: words.waived, align: 'end', isSortable: true, value: ({ strong_if_waived }) => strong_if_waived, width: '17%',
      cell: ({ strong_if_waived: count }) => (
        <span className={classes.bar}>
          <Figure>{formats.change(count)}</Figure>
          <LengthBar shareRatio={count / largest} tone="grey" />
        </span>
      ),
    },
  ];
}

function RuleName({ rule: { text, unanswered, required, weight } }: { rule: Rule }) {
  const words = messages.rules;
  const facts = [words.unanswered(unanswered), ...(required ? [words.required] : []), ...(weight === 1 ? [] : [words.weight(formats.number(weight, weight % 1 === 0 ? 0 : 1))])];
  return (
    <span className={classes.name}>
      {text}
      <small>{facts.join(' · ')}</small>
    </span>
  );
}

function GoesWith({ rule: { goes_with_others: correlation, says } }: { rule: Rule }) {
  return (
    <span className={classes.bar}>
      <LengthBar shareRatio={correlation ?? 0} />
      <Figure>{correlation === null ? uiMessages.none : formats.number(correlation)}</Figure>
      <Chip tone={says === 'carries' ? 'match' : says === 'too_few' ? 'dashed' : 'warn'}>{messages.rules.says[says]}</Chip>
    </span>
  );
}
