import { type ReactNode, useState } from 'react';
import { Card, type Fold } from '../ui/card/Card.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { messages } from '../ui/messages.ts';
import { useShortcut } from '../ui/shortcuts/use-shortcut.ts';
import type { Column } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import classes from './chart-card.module.css';

type ChartCardProps<Row> = {
  title: string;
  caption?: ReactNode;
  /** Above the chart at the end; none for one series. */
  legend?: ReactNode;
  actions?: ReactNode;
  /** The table behind the chart. */
  table: { columns: readonly Column<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string | number; csvName: string };
  /** Instead of the chart when fewer than 30 people answered: what can be said. */
  tooFew?: ReactNode;
  /** Whether the key `t` turns this chart into its table; for the page's main chart only. */
  hasShortcut?: boolean;
  /** Height of the chart in pixels; the table and "too few" take the same room at least. */
  blockSize: number;
  /** As of a `Card`. */
  fold?: Fold;
  children: ReactNode;
};

/** A chart in its card, with the table behind it. Every chart stands in one, so that all behave alike. */
export function ChartCard<Row>({ title, caption, legend, actions, table, tooFew, hasShortcut = false, blockSize, fold, children }: ChartCardProps<Row>) {
  const [isTable, setIsTable] = useState(false);
  const words = messages.table;
  useShortcut('t', isTable ? words.showChart : words.showTable, hasShortcut ? () => setIsTable(!isTable) : null);
  const toggle = (
    <>
      {tooFew !== undefined && <Chip tone="dashed">{messages.chart.tooFewTitle}</Chip>}
      {legend}
      {actions}
      <button type="button" className={classes.toggle} aria-pressed={isTable} aria-label={`${title}: ${words.showTable}`} title={words.showTable} onClick={() => setIsTable(!isTable)}>
        <Icon name={isTable ? 'chart' : 'table'} />
      </button>
    </>
  );
  return (
    <Card title={title} caption={caption} actions={toggle} isFlush={isTable} {...(fold !== undefined && { fold })}>
      <div style={{ minBlockSize: blockSize }}>
        {isTable ? <DataTable caption={title} {...table} /> : (tooFew ?? children)}
      </div>
    </Card>
  );
}
