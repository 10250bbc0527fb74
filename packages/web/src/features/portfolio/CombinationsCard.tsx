import { ChartCard } from '../../charts/ChartCard.tsx';
import { SetRows } from '../../charts/SetRows.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import classes from './chart-parts.module.css';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import type { CombinationRow, CombinationsView } from './to-combinations.ts';

const BLOCK_SIZE = 260;

/** Which personas people fit together; each respondent in one row. A row opens its people. */
export function CombinationsCard({ view, tooFew }: { view: CombinationsView; tooFew: string | null }) {
  const words = messages.combinations;
  const members = view.columns.map(({ id, name, initials, color }) => ({ key: id, name, short: initials, color }));
  return (
    <ChartCard
      fold="closed"
      title={words.title} caption={words.caption(view.rows.length, view.total, view.rest)} blockSize={BLOCK_SIZE} {...(tooFew !== null && { tooFew: <p className={classes.instead}>{tooFew}</p> })}
      table={{ columns: toColumns(), rows: view.rows, rowKey: ({ ids }) => ids, csvName: words.title }}
    >
      <SetRows
        members={members}
        rows={view.rows.map((row) => ({ key: row.ids, members: row.marks.map(({ id }) => id), kind: row.kind, lengthRatio: row.lengthRatio, content: <Count row={row} /> }))}
      />
    </ChartCard>
  );
}

function Count({ row }: { row: CombinationRow }) {
  return (
    <>
      <PeopleLink people={row.ids} className={classes.wholeRow} label={messages.combinations.exactly(formats.count(row.count), toName(row))}>
        <Figure>{formats.count(row.count)}</Figure>
      </PeopleLink>
      {row.kind === 'nobody' && <span className={classes.quiet}>{messages.combinations.nobody}</span>}
    </>
  );
}

function toName({ marks }: CombinationRow): string {
  return marks.length === 0 ? messages.coverage.nobodyStands : marks.map(({ name }) => name).join(messages.combinations.and);
}

function toColumns(): Column<CombinationRow>[] {
  return [
    { key: 'names', header: messages.combinations.combination, isRowHeader: true, cell: toName, value: toName },
    { key: 'count', header: messages.people, align: 'end', isSortable: true, cell: ({ count }) => formats.count(count), value: ({ count }) => count },
  ];
}
