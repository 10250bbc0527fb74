import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ChartPlot, type PlotPoint } from '../../charts/ChartPlot.tsx';
import { LinePoints } from '../../charts/LinePoints.tsx';
import { toTicks } from '../../charts/to-ticks.ts';
import { TooltipLines } from '../../charts/TooltipLines.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { messages as uiMessages } from '../../ui/messages.ts';
import { EditionMarks } from './EditionMarks.tsx';
import { EvolutionTable } from './EvolutionTable.tsx';
import classes from './evolution-card.module.css';
import { messages } from './messages.ts';
import type { Metric, PooledMetric } from '../../ui/figure/pool-metric.ts';
import { toAxisDays } from './to-axis-days.ts';
import type { EvolutionView, MetricPoint, MetricSeries } from './to-evolution.ts';
import { toSpanText } from './to-span-text.ts';
import type { Version } from './use-dashboard.ts';

type Scales = Record<string, { min: number; max: number }>;
type EvolutionCardProps = { view: EvolutionView; scales: Scales; versions: readonly Version[]; name: string; actions: ReactNode };

const BLOCK_PX = 120;

/** The metrics of the matching responses over time: a small chart each, in its own unit, all on one axis. */
export function EvolutionCard({ view, scales, versions, name, actions }: EvolutionCardProps) {
  const [isTable, setIsTable] = useState(false);
  const words = messages.evolution;
  const toggle = (
    <Button variant="subtle" size="xs" leftSection={<Icon name={isTable ? 'chart' : 'table'} />} aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
      {isTable ? uiMessages.table.showChart : words.showTable}
    </Button>
  );
  return (
    <Card title={words.title} caption={`${words.caption[view.step]} ${words.band}`} actions={<>{actions}{toggle}</>} isFlush={isTable} fold="open">
      {isTable ? (
        <EvolutionTable view={view} name={name} />
      ) : (
        <div className={classes.charts}>
          {view.series.map((series) => (
            <MetricChart key={series.metric} series={series} view={view} scale={scales[series.metric]} versions={versions} />
          ))}
        </div>
      )}
    </Card>
  );
}

type MetricChartProps = { series: MetricSeries; view: EvolutionView; scale: { min: number; max: number } | undefined; versions: readonly Version[] };

function MetricChart({ series: { metric, overall, points }, view, scale, versions }: MetricChartProps) {
  const words = messages.evolution;
  const kind = metric === 'nps' ? words.kinds.nps : scale === undefined ? '' : words.kinds.mean(formats.count(scale.min), formats.count(scale.max));
  return (
    <section className={classes.metric} aria-label={words.names[metric]}>
      <header className={classes.head}>
        <h3>{words.names[metric]}</h3>
        <b>{overall.value === null ? uiMessages.none : <Figure>{toValueText(metric, overall.value)}</Figure>}</b>
      </header>
      <p className={classes.detail}>
        <span title={metric === 'nps' ? words.npsInterval : undefined}>{kind}</span>
        <br />
        <Figure>{toDetail(metric, overall)}</Figure>
        {overall.rejected > 0 && ` · ${words.rejected(formats.count(overall.rejected))}`}
      </p>
      {points.length === 0 ? <NobodyAsked name={words.names[metric]} /> : <MetricPlot metric={metric} overall={overall} points={points} view={view} versions={versions} />}
    </section>
  );
}

function NobodyAsked({ name }: { name: string }) {
  const words = messages.evolution;
  return (
    <div className={classes.nobody}>
      <Icon name="analytics" size={20} />
      <b>{words.nobody}</b>
      <span>{words.nobodyText(name)}</span>
      <Link to="/settings/$section" params={{ section: 'metrics' }}>
        {words.chooseQuestion}
      </Link>
    </div>
  );
}

type MetricPlotProps = { metric: Metric; overall: PooledMetric; points: readonly MetricPoint[]; view: EvolutionView; versions: readonly Version[] };

function MetricPlot({ metric, overall, points, view, versions }: MetricPlotProps) {
  const ends = points.flatMap(({ value, interval, isSolid }) => (isSolid && interval !== null ? [value, ...interval] : [value]));
  const values = toTicks(Math.min(...ends), Math.max(...ends), { most: 5 });
  const [low, high] = [values.at(0) ?? 0, values.at(-1) ?? 1];
  const toHeight = (value: number): number => (value - low) / (high - low);
  const decimals = metric === 'nps' || high - low >= 4 ? 0 : 1;
  const words = messages.evolution;
  const sentence = words.sentence(words.names[metric], overall.value === null ? '' : toValueText(metric, overall.value), formats.count(overall.n), points.length);
  const days = [view.firstDay ?? '', view.lastDay ?? ''];
  return (
    <ChartPlot
      sentence={sentence} points={points.map((point) => toPlotPoint(metric, point))} blockSize={BLOCK_PX}
      yTicks={values.map((value) => ({ at: toHeight(value), label: formats.number(value, decimals) }))}
      xTicks={toAxisDays(days, (index) => index)}
      marks={<EditionMarks marks={view.marks} versions={versions} />}
    >
      {(active) => (
        <LinePoints
          active={active}
          points={points.map(({ firstDay, x, value, interval, isSolid, isAfterGap }) => ({
            key: firstDay, x, y: toHeight(value), isSolid, isAfterGap, interval: interval && [Math.max(0, toHeight(interval[0])), Math.min(1, toHeight(interval[1]))],
          }))}
        />
      )}
    </ChartPlot>
  );
}

function toPlotPoint(metric: Metric, point: MetricPoint): PlotPoint {
  const title = toSpanText(point);
  const value = toValueText(metric, point.value);
  const foot = point.isSolid ? toDetail(metric, point) : `${uiMessages.figure.sample(formats.count(point.n))}, ${uiMessages.figure.tooFew}`;
  return {
    key: point.firstDay,
    x: point.x,
    tooltip: <TooltipLines title={title} lines={[{ name: messages.evolution.names[metric], value }]} foot={foot} />,
    sentence: `${title}: ${messages.evolution.names[metric]} ${value}, ${foot}`,
  };
}

function toValueText(metric: Metric, value: number): string {
  return metric === 'nps' ? formats.nps(value) : formats.number(value);
}

function toDetail(metric: Metric, { n, interval }: PooledMetric): string {
  const sample = uiMessages.figure.sample(formats.count(n));
  if (interval === null) return sample;
  const range = metric === 'nps' ? `${formats.nps(interval[0])} ${uiMessages.to} ${formats.nps(interval[1])}` : formats.range(interval[0], interval[1]);
  return `${range} · ${sample}`;
}
