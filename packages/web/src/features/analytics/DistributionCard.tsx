import { TOO_FEW_BELOW, wilsonInterval } from '@likeness/core';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { Donut } from '../../charts/Donut.tsx';
import { Swatch } from '../../charts/Swatch.tsx';
import fills from '../../charts/fills.module.css';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import classes from './distribution-card.module.css';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import type { ScoreBar } from './to-score-bars.ts';
import type { Analytics } from './use-dashboard.ts';

type Band = 'strong' | 'moderate' | 'weak';
type Row = { band: Band; count: number; n: number };

const BANDS = ['strong', 'moderate', 'weak'] as const;

/** All responses by band, as a ring, and by score below it. */
export function DistributionCard({ match, scores }: { match: Analytics['match_statistics']; scores: readonly ScoreBar[] }) {
  const words = messages.distribution;
  const { distribution, total_responses: n } = match;
  const rows = BANDS.map((band) => ({ band, count: distribution[band], n }));
  const isFew = n < TOO_FEW_BELOW;
  const counts = BANDS.map((band) => formats.count(distribution[band]));
  const sentence = isFew
    ? words.tooFew(counts[0] ?? '', formats.count(n))
    : words.sentence(formats.count(n), counts[0] ?? '', counts[1] ?? '', counts[2] ?? '');
  return (
    <ChartCard title={words.title} caption={words.caption} table={{ columns: COLUMNS(), rows, rowKey: ({ band }) => band, csvName: words.title }} blockSize={250} fold="open">
      <div className={classes.ring}>
        <Donut sentence={sentence} parts={rows.map(({ band, count }) => ({ fill: band, value: count }))} isFew={isFew}>
          {isFew ? <b>{counts[0]}</b> : <b><Figure>{formats.percent((100 * distribution.strong) / n)}</Figure></b>}
          {words.strong}
        </Donut>
        <ul className={classes.legend}>
          {rows.map((row) => (
            <LegendLine key={row.band} row={row} isFew={isFew} />
          ))}
        </ul>
      </div>
      {!isFew && <ScoreBars bars={scores} />}
    </ChartCard>
  );
}

function LegendLine({ row: { band, count, n }, isFew }: { row: Row; isFew: boolean }) {
  const { low, high } = wilsonInterval(count, n);
  return (
    <li>
      <Swatch fill={band} />
      <PeopleLink set={band} className={classes.name}>
        {messages.bands[band]}
      </PeopleLink>
      <Figure className={classes.count}>{formats.count(count)}</Figure>
      {!isFew && (
        <span className={classes.share}>
          <Figure>{formats.percent((100 * count) / n)}</Figure>
          <Figure>{formats.percentRange(100 * low, 100 * high)}</Figure>
        </span>
      )}
    </li>
  );
}

function ScoreBars({ bars }: { bars: readonly ScoreBar[] }) {
  const largest = Math.max(1, ...bars.map(({ count }) => count));
  // One label a band: more would run into each other.
  const labelled = new Set(BANDS.map((band) => bars.filter(({ fill }) => fill === band).toSorted((a, b) => b.count - a.count)[0]));
  return (
    <>
      <p className={classes.byScore}>{messages.distribution.byScore}</p>
      <div className={classes.histogram} dir="ltr" aria-hidden="true">
        {bars.map((bar) => {
          const { from, to, count, fill } = bar;
          return (
            <span key={from} className={classes.bar} title={`${messages.distribution.scoreRange(formats.count(from), formats.count(to))}: ${formats.count(count)}`}>
              <small>{count > 0 && labelled.has(bar) && formats.compactCount(count)}</small>
              <i className={fills[fill]} style={{ blockSize: `${(60 * count) / largest}px` }} />
              <small>{formats.count(from)}</small>
            </span>
          );
        })}
      </div>
    </>
  );
}

const COLUMNS = (): Column<Row>[] => {
  const words = messages.distribution;
  const rangeOf = ({ count, n }: Row): string => {
    const { low, high } = wilsonInterval(count, n);
    return formats.percentRange(100 * low, 100 * high);
  };
  const shareOf = ({ count, n }: Row): number => (n === 0 ? 0 : (100 * count) / n);
  return [
    { key: 'band', header: words.band, isRowHeader: true, cell: ({ band }) => messages.bands[band], value: ({ band }) => messages.bands[band] },
    { key: 'count', header: words.responses, align: 'end', cell: ({ count }) => <Figure>{formats.count(count)}</Figure>, value: ({ count }) => count },
    { key: 'share', header: words.share, align: 'end', cell: (row) => <Figure>{formats.percent(shareOf(row))}</Figure>, value: shareOf },
    { key: 'interval', header: words.interval, align: 'end', cell: (row) => <Figure>{rangeOf(row)}</Figure>, value: rangeOf },
  ];
};
