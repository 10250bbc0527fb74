import { Card } from '../../ui/card/Card.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import classes from './differences-card.module.css';
import { messages } from './messages.ts';
import { toAttributeName } from '../../ui/rule-text/to-value-text.ts';
import type { Differences } from './use-dashboard.ts';

type Item = Differences['items'][number];

const MOST_SHOWN = 8;

/** What the matching say more or less often than everybody else, beyond what the rules ask for. */
export function DifferencesCard({ differences, name }: { differences: Differences; name: string }) {
  const words = messages.differences;
  const beyond = differences.items.filter(({ rule }) => rule === null);
  return (
    <Card title={words.title} caption={words.caption} isFlush fold="closed">
      <DataTable
        caption={words.title} columns={toColumns()} rows={beyond.slice(0, MOST_SHOWN)} rowKey={({ attribute, answer }) => `${attribute}:${answer}`}
        csvName={`${name}, ${words.title}`} empty={words.none}
      />
      <p className={classes.foot}>{words.compared(formats.count(differences.compared), differences.items.length - beyond.length)}</p>
    </Card>
  );
}

function toColumns(): Column<Item>[] {
  const words = messages.differences;
  return [
    {
      key: 'answer', header: words.answer, isRowHeader: true, value: ({ attribute, answer }) => `${attribute}: ${answer}`,
      cell: ({ attribute, label, answer }) => (
        <span className={classes.answer}>
          {answer}
          <small title={label ?? undefined}>{toAttributeName(attribute)}</small>
        </span>
      ),
    },
    { key: 'matching', header: words.matching, align: 'end', cell: ({ people }) => <Figure className={classes.share}>{formats.percent(people.percentage ?? 0)}</Figure>, value: ({ people }) => people.percentage },
    { key: 'others', header: words.others, align: 'end', cell: ({ others }) => <Figure className={classes.share}>{formats.percent(others.percentage ?? 0)}</Figure>, value: ({ others }) => others.percentage },
    { key: 'difference', header: words.difference, align: 'end', isSortable: true, cell: (item) => <Difference item={item} />, value: ({ difference }) => difference },
  ];
}

function Difference({ item: { difference, interval } }: { item: Item }) {
  const words = messages.differences;
  const [low = 0, high = 0] = interval ?? [];
  return (
    <span className={classes.answer}>
      <Figure>{formats.change(difference ?? 0)}</Figure>
      <small>
        {(difference ?? 0) > 0 ? words.more : words.fewer} · <Figure>{`${formats.change(low)} ${messages.differences.to} ${formats.change(high)}`}</Figure>
      </small>
    </span>
  );
}
