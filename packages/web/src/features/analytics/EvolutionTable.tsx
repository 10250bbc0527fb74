import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { messages as uiMessages } from '../../ui/messages.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import { METRICS, type Metric } from '../../ui/figure/pool-metric.ts';
import type { EvolutionView, MetricPoint } from './to-evolution.ts';
import { toSpanText } from './to-span-text.ts';

type Row = { firstDay: string; lastDay: string; metrics: Partial<Record<Metric, MetricPoint>> };

/** The table behind the metrics: a row a day, week or month, each metric with its n. */
export function EvolutionTable({ view, name }: { view: EvolutionView; name: string }) {
  return <DataTable caption={messages.evolution.title} columns={toColumns()} rows={toRows(view)} rowKey={({ firstDay }) => firstDay} csvName={`${name}, ${messages.evolution.title}`} />;
}

function toRows({ series }: EvolutionView): Row[] {
  const rows = new Map<string, Row>();
  for (const { metric, points } of series) {
    for (const point of points) {
      const row = rows.get(point.firstDay) ?? { firstDay: point.firstDay, lastDay: point.lastDay, metrics: {} };
      row.metrics[metric] = point;
      rows.set(point.firstDay, row);
    }
  }
  return [...rows.values()].toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
}

function toColumns(): Column<Row>[] {
  const day: Column<Row> = { key: 'day', header: messages.volume.day, isRowHeader: true, isSortable: true, cell: (row) => toSpanText(row), value: ({ firstDay }) => firstDay };
  return [
    day,
    ...METRICS.map((metric): Column<Row> => ({
      key: metric,
      header: messages.evolution.names[metric],
      align: 'end',
      isSortable: true,
      cell: ({ metrics }) => <Cell metric={metric} point={metrics[metric]} />,
      value: ({ metrics }) => metrics[metric]?.value ?? null,
    })),
  ];
}

function Cell({ metric, point }: { metric: Metric; point: MetricPoint | undefined }) {
  if (point === undefined) return uiMessages.none;
  const value = metric === 'nps' ? formats.nps(point.value) : formats.number(point.value);
  return (
    <>
      <Figure>{value}</Figure> <small>{point.isSolid ? uiMessages.figure.sample(formats.count(point.n)) : uiMessages.figure.tooFew}</small>
    </>
  );
}
