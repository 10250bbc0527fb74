import { TOO_FEW_BELOW } from '@likeness/core';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { ChartPlot, type PlotPoint } from '../../charts/ChartPlot.tsx';
import { type StackedBar, StackedBars } from '../../charts/StackedBars.tsx';
import { Legend } from '../../charts/Swatch.tsx';
import { toTicks } from '../../charts/to-ticks.ts';
import { TooltipLines } from '../../charts/TooltipLines.tsx';
import { SegmentedControl } from '../../ui/control/SegmentedControl.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import { messages } from './messages.ts';
import { toAxisDays } from './to-axis-days.ts';
import { toSpanText } from './to-span-text.ts';
import type { VolumeBar, VolumeView } from './to-volume.ts';

type View = 'counts' | 'shares';
type VolumeCardProps = { view: VolumeView; shown: View; onShow: (view: View) => void; marks: (places: { keyOf: (day: string) => number | null }) => React.ReactNode };

const BLOCK_PX = 236;
const BANDS = ['strong', 'moderate', 'weak'] as const;

/** How many responses came when, in their bands; as counts, or as shares of each bar when a few days dwarf the others. */
export function VolumeCard({ view, shown, onShow, marks }: VolumeCardProps) {
  const words = messages.volume;
  const { step, bars, largest } = view;
  const isShares = shown === 'shares';
  const caption = isShares ? words.shareCaption[step] : `${words.caption[step]}.${view.dwarfed === null ? '' : ` ${words.dwarfed(view.dwarfed)}`}`;
  const place = (index: number): number => (index + 0.5) / bars.length;
  const top = isShares ? 100 : (toTicks(0, Math.max(1, largest?.total ?? 1), { isWhole: true }).at(-1) ?? 1);
  const ticks = (isShares ? [0, 25, 50, 75, 100] : toTicks(0, top, { isWhole: true })).map((value) => ({
    at: value / top, label: isShares ? formats.percentWhole(value) : formats.compactCount(value),
  }));
  const sentence = words.sentence(formats.count(view.total), formats.day(bars.at(0)?.firstDay ?? ''), formats.day(bars.at(-1)?.lastDay ?? ''), formats.count(largest?.total ?? 0), largest === null ? '' : toSpanText(largest));
  const table = { columns: COLUMNS(), rows: bars, rowKey: ({ firstDay }: VolumeBar) => firstDay, csvName: words.title };
  const choices = [{ value: 'counts' as const, name: words.counts }, { value: 'shares' as const, name: words.shares }];
  return (
    <ChartCard
      title={words.title} caption={caption} table={table} hasShortcut fold="open" blockSize={BLOCK_PX + 18}
      legend={<Legend parts={BANDS.map((fill) => ({ fill, name: messages.bands[fill] }))} />}
      actions={<SegmentedControl label={words.view} choices={choices} value={shown} onChange={onShow} />}
    >
      <ChartPlot
        sentence={sentence} points={bars.map((bar, index) => toPoint(bar, place(index)))} yTicks={ticks} blockSize={BLOCK_PX}
        xTicks={toAxisDays(bars.map(({ firstDay }) => firstDay), place)}
        marks={marks({ keyOf: (day) => toMarkPlace(bars, day) })}
      >
        {(active) => <StackedBars bars={bars.map((bar, index) => toStack(bar, place(index), isShares, bar === largest))} top={top} active={active} />}
      </ChartPlot>
    </ChartCard>
  );
}

/** The left edge of the bar that holds the day, so that the line stands between two bars. */
function toMarkPlace(bars: readonly VolumeBar[], day: string): number | null {
  const index = bars.findIndex(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  return index < 0 ? null : index / bars.length;
}

function toStack(bar: VolumeBar, x: number, isShares: boolean, isLargest: boolean): StackedBar {
  const per = isShares && bar.total > 0 ? 100 / bar.total : 1;
  return {
    key: bar.firstDay,
    x,
    parts: BANDS.map((fill) => ({ fill, value: bar[fill] * per })),
    isFew: isShares && bar.total < TOO_FEW_BELOW,
    ...(isLargest && !isShares && { label: formats.compactCount(bar.total) }),
  };
}

function toPoint(bar: VolumeBar, x: number): PlotPoint {
  const lines = BANDS.map((fill) => ({ fill, name: messages.bands[fill], value: formats.count(bar[fill]) }));
  const foot = bar.coverage === null ? messages.volume.tooFew : messages.volume.coverage(bar.coverage.share, bar.coverage.range);
  const title = toSpanText(bar);
  return {
    key: bar.firstDay,
    x,
    tooltip: <TooltipLines title={title} total={formats.count(bar.total)} lines={lines} foot={foot} />,
    sentence: `${title}: ${formats.count(bar.total)}. ${lines.map(({ name, value }) => `${name} ${value}`).join(', ')}. ${foot}`,
  };
}

const COLUMNS = (): Column<VolumeBar>[] => {
  const words = messages.volume;
  const count = (key: 'strong' | 'moderate' | 'weak' | 'total', header: string): Column<VolumeBar> => ({
    key, header, align: 'end', isSortable: true, cell: (bar) => <Figure>{formats.count(bar[key])}</Figure>, value: (bar) => bar[key],
  });
  return [
    { key: 'from', header: words.day, isRowHeader: true, isSortable: true, cell: ({ firstDay }) => formats.day(firstDay), value: ({ firstDay }) => firstDay },
    { key: 'to', header: words.lastDay, cell: ({ lastDay }) => formats.day(lastDay), value: ({ lastDay }) => lastDay },
    count('total', words.responses),
    ...BANDS.map((band) => count(band, messages.bands[band])),
  ];
};
