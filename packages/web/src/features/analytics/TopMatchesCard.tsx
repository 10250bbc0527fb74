import { Link } from '@tanstack/react-router';
import { Card } from '../../ui/card/Card.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Column } from '../../ui/table/column.ts';
import type { OpenExport } from '../../ui/export/receive-file.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import { toReasons } from './to-reasons.ts';
import classes from './top-matches-card.module.css';
import type { TopMatch } from './use-dashboard.ts';

type TopMatchesCardProps = {
  matches: readonly TopMatch[];
  demographics: readonly string[];
  name: string;
  openExport: OpenExport;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
};

/** The best matching responses, page after page, each with what every rule says about it. */
export function TopMatchesCard({ matches, demographics, name, openExport, hasMore, isLoading, onMore }: TopMatchesCardProps) {
  const words = messages.top;
  return (
    <Card title={words.title} caption={words.caption} isFlush fold="closed">
      <DataTable
        caption={words.title} columns={toColumns(demographics)} rows={matches} rowKey={({ response_id }) => response_id}
        more={{ hasMore, isLoading, onMore }} csvName={`${name}, ${words.title}`} openExport={openExport} empty={words.none}
      />
    </Card>
  );
}

function toColumns(demographics: readonly string[]): Column<TopMatch>[] {
  const words = messages.top;
  return [
    { key: 'score', header: words.score, cell: ({ match_score }) => <b><Figure>{formats.exactScore(match_score)}</Figure></b>, value: ({ match_score }) => match_score, width: '76px' },
    { key: 'response', header: words.response, isRowHeader: true, cell: (match) => <Response match={match} demographics={demographics} />, value: ({ response_id }) => response_id },
    { key: 'day', header: messages.people.day, cell: ({ submitted_at }) => formats.instant(new Date(submitted_at)), value: ({ submitted_at }) => submitted_at },
    { key: 'why', header: words.why, cell: (match) => <Reasons match={match} />, value: (match) => toReasons(match.matched_attributes).map(({ text, state }) => `${text}: ${words[state]}`).join('; ') },
  ];
}

function Response({ match: { response_id: id, response_data: data }, demographics }: { match: TopMatch; demographics: readonly string[] }) {
  const who = demographics.flatMap((attribute) => (['string', 'number'].includes(typeof data[attribute]) ? [String(data[attribute])] : []));
  return (
    <span className={classes.response}>
      <Link to="/responses/$responseId" params={{ responseId: String(id) }}>
        {messages.top.name(id)}
      </Link>
      {who.length > 0 && <small>{who.slice(0, 3).join(', ')}</small>}
    </span>
  );
}

const ICONS = { passed: 'check', failed: 'close', unanswered: 'minus' } as const;

function Reasons({ match }: { match: TopMatch }) {
  const words = messages.top;
  return (
    <ul className={classes.reasons}>
      {toReasons(match.matched_attributes).map(({ attribute, text, expected, state }) => (
        <li key={attribute} className={classes[state]} title={words.expected(expected)}>
          <Icon name={ICONS[state]} size={12} />
          {text}
          <span className={classes.hidden}>, {words[state]}</span>
        </li>
      ))}
    </ul>
  );
}
