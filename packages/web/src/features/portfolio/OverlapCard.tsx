import { ChartCard } from '../../charts/ChartCard.tsx';
import { FewSwatch, HeatMatrix, HeatScale } from '../../charts/HeatMatrix.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import classes from './chart-parts.module.css';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import type { Level } from './search.ts';
import type { OverlapCell, OverlapRow } from './to-overlap-matrix.ts';

const BLOCK_SIZE = 260;

/** How far personas are the same people, from each one's side. A cell opens the people in both. */
export function OverlapCard({ matrix, level, tooFew }: { matrix: readonly OverlapRow[]; level: Level; tooFew: string | null }) {
  const words = messages.overlap;
  const pairs = matrix.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
  const heads = matrix.map(({ mark }) => ({ key: mark.id, name: mark.name, short: mark.initials, color: mark.color }));
  const rows = matrix.map(({ mark, people, cells }) =>
    cells.map((cell, index) => ({
      key: `${mark.id}:${index}`, sharePercent: cell?.sharePercent ?? null, isFew: cell?.isFew ?? false,
      content: cell === null ? <Figure>{formats.count(people)}</Figure> : <Cell cell={cell} />,
    })),
  );
  const instead = tooFew ?? (matrix.length < 2 ? words.one : null);
  return (
    <ChartCard
      fold="closed"
      title={words.title} caption={words.caption[level]} blockSize={BLOCK_SIZE} {...(instead !== null && { tooFew: <p className={classes.instead}>{instead}</p> })}
      table={{ columns: toColumns(), rows: pairs, rowKey: ({ row, column }) => `${row.id}:${column.id}`, csvName: words.title }}
    >
      <HeatMatrix caption={words.caption[level]} corner={messages.persona} heads={heads} rows={rows} />
      <p className={classes.legend}>
        <HeatScale />
        <span className={classes.key}>
          <FewSwatch /> {words.few}
        </span>
        <span>{words.diagonal}</span>
      </p>
    </ChartCard>
  );
}

function Cell({ cell: { row, column, both, ofRow, sharePercent } }: { cell: OverlapCell }) {
  const sentence = messages.overlap.cell(row.name, column.name, formats.count(both), formats.count(ofRow));
  const share = sharePercent === null ? messages.none : formats.count(sharePercent);
  return (
    <PeopleLink people={`${row.id},${column.id}`} hasOthers label={`${share}: ${sentence}`} title={sentence}>
      <Figure>{share}</Figure>
    </PeopleLink>
  );
}

function toColumns(): Column<OverlapCell>[] {
  const words = messages.overlap;
  return [
    { key: 'row', header: words.row, isRowHeader: true, isSortable: true, cell: ({ row }) => row.name, value: ({ row }) => row.name },
    { key: 'column', header: words.column, isSortable: true, cell: ({ column }) => column.name, value: ({ column }) => column.name },
    { key: 'both', header: words.both, align: 'end', isSortable: true, cell: ({ both }) => formats.count(both), value: ({ both }) => both },
    {
      key: 'share', header: words.share, align: 'end', isSortable: true, value: ({ sharePercent }) => sharePercent,
      cell: ({ sharePercent }) => (sharePercent === null ? messages.none : <Figure>{formats.number(sharePercent, 1)}</Figure>),
    },
    { key: 'low', header: messages.coverage.low, align: 'end', cell: ({ interval }) => <Figure>{formats.number(interval[0], 1)}</Figure>, value: ({ interval }) => interval[0] },
    { key: 'high', header: messages.coverage.high, align: 'end', cell: ({ interval }) => <Figure>{formats.number(interval[1], 1)}</Figure>, value: ({ interval }) => interval[1] },
  ];
}
