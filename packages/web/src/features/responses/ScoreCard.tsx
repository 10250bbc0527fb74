import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import classes from './responses.module.css';
import { type Reason, toReasons } from './to-reasons.ts';
import type { ResponseDetail } from './use-responses.ts';

type Score = ResponseDetail['scores'][number];

const ICONS = { matched: 'check', unmatched: 'close', unanswered: 'minus' } as const;

/** The scores of a response under every persona; each opens the reason for each rule, the best one by itself. */
export function ScoreCard({ scores }: { scores: readonly Score[] }) {
  if (scores.length === 0) return <Card title={messages.scores}>{messages.noScores}</Card>;
  return (
    <Card title={messages.scores} caption={messages.scoresCaption} isFlush>
      {scores.map((score, index) => (
        <details key={score.persona_id} className={classes.score} open={index === 0}>
          <summary>
            <span className={classes.persona}>{score.persona_name}</span>
            <Chip tone={score.band === 'weak' ? 'plain' : 'match'}>{messages.bands[score.band]}</Chip>
            <Figure>{formats.exactScore(score.match_score)}</Figure>
            <Icon name="chevron" size={14} />
          </summary>
          <p className={classes.small}>
            {messages.edition(score.edition)} · {messages.evidence(formats.percentWhole(100 * score.evidence))}
          </p>
          <DataTable caption={messages.reasons.caption(score.persona_name)} columns={toColumns()} rows={toReasons(score.matched_attributes)} rowKey={({ rule }) => rule} />
        </details>
      ))}
    </Card>
  );
}

function toColumns(): Column<Reason>[] {
  const words = messages.reasons;
  return [
    { key: 'rule', header: words.rule, isRowHeader: true, cell: ({ rule }) => <bdi>{rule}</bdi>, value: ({ rule }) => rule },
    { key: 'expected', header: words.expected, cell: ({ expected }) => <bdi>{expected}</bdi>, value: ({ expected }) => expected },
    { key: 'actual', header: words.actual, cell: ({ actual }) => <bdi>{actual}</bdi>, value: ({ actual }) => actual },
    {
      key: 'outcome', header: words.outcome, value: ({ outcome }) => words.outcomes[outcome],
      cell: ({ outcome }) => (
        <span className={`${classes.outcome} ${outcome === 'matched' ? classes.matched : ''}`}>
          <Icon name={ICONS[outcome]} size={14} />
          {words.outcomes[outcome]}
        </span>
      ),
    },
  ];
}
