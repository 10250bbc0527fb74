import { MiniBars } from '../../charts/MiniBars.tsx';
import { ShareBar } from '../../charts/ShareBar.tsx';
import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { Kpi } from '../../ui/figure/Kpi.tsx';
import { type ShareFigure, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats } from '../../ui/formats.ts';
import { saveCsv } from '../../ui/export/export-rows.ts';
import { toFigureTable } from './export-figures.ts';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import type { ScoreBar } from './to-score-bars.ts';
import type { VolumeView } from './to-volume.ts';
import type { Analytics } from './use-dashboard.ts';

type FigureCardsProps = {
  analytics: Analytics;
  bands: { moderate: number; strong: number };
  volume: VolumeView | null;
  scores: readonly ScoreBar[];
};

/** The four figures of the page. Each opens what it is, how it is computed, its people, and an export. */
export function FigureCards({ analytics, bands, volume, scores }: FigureCardsProps) {
  const { match_statistics: match, coverage, strong_coverage: strong } = analytics;
  const words = messages.kpi;
  const [share, strongShare] = [toShareFigure(coverage), toShareFigure(strong)];
  const onExport = (): void => void saveCsv(toFigureTable(analytics));
  const peopleOf = (set: 'everybody' | 'match' | 'strong') => <PeopleLink set={set}>{messages.people.see}</PeopleLink>;
  return (
    <Grid>
      <Cell span={3} isHalfOnPhone>
        <Kpi
          name={messages.totalResponses} figure={formats.compactCount(match.total_responses)}
          detail={words.responsesIn(formats.count(coverage.total_customers))}
          explanation={{ definition: words.responsesMeans, people: peopleOf('everybody'), onExport }}
          picture={volume === null ? undefined : <MiniBars bars={toMiniVolume(volume)} />}
        />
      </Cell>
      <Cell span={3} isHalfOnPhone>
        <Kpi
          name={messages.averageMatch} figure={match.avg_match_score === null ? null : formats.score(match.avg_match_score)}
          detail={<ScoreDetail match={match} />}
          explanation={{ definition: words.scoreMeans, method: words.scoreMethod, people: peopleOf('match'), onExport }}
          picture={<MiniBars bars={scores.map(({ from, count, fill }) => ({ key: String(from), value: count, fill }))} />}
        />
      </Cell>
      <Cell span={3} isHalfOnPhone>
        <Kpi
          name={messages.coverage} share={share}
          detail={<Figure>{words.ofPeople(formats.count(coverage.persona_customers), formats.count(coverage.total_customers))}</Figure>}
          explanation={{ definition: words.coverageMeans(formats.count(bands.moderate)), method: words.shareMethod, people: peopleOf('match'), onExport }}
          picture={<ShareBar figure={share} fill="moderate" />}
        />
      </Cell>
      <Cell span={3} isHalfOnPhone>
        <Kpi
          name={messages.strongMatches} figure={formats.compactCount(match.distribution.strong)}
          detail={<StrongDetail share={strongShare} />}
          explanation={{ definition: words.strongMeans(formats.count(bands.strong)), method: words.shareMethod, people: peopleOf('strong'), onExport }}
          picture={<ShareBar figure={strongShare} fill="strong" />}
        />
      </Cell>
    </Grid>
  );
}

/** The original's guide stays readable on the card itself. */
function ScoreDetail({ match }: { match: Analytics['match_statistics'] }) {
  const { avg_match_score: average, worst_match_score: worst, best_match_score: best } = match;
  if (average === null || worst === null || best === null) return null;
  const words = messages.kpi;
  const guide = average > 60 ? 'good' : average >= 40 ? 'fair' : 'poor';
  return (
    <>
      <span>{words.guide[guide]}</span>
      <br />
      <span>{words.scoreEnds(formats.count(worst), formats.count(best))}</span>
    </>
  );
}

/** The figure counts responses, as it always did; the share counts people. */
function StrongDetail({ share }: { share: ShareFigure }) {
  if (share.grade === 'nobody' || share.grade === 'hidden') return null;
  return (
    <>
      <Figure>{share.percent}</Figure> · <Figure>{share.range}</Figure>
      <br />
      {messages.kpi.ofRespondents}
    </>
  );
}

const MOST_BARS = 40;

function toMiniVolume({ bars }: VolumeView) {
  return bars.slice(-MOST_BARS).map(({ firstDay, total }) => ({ key: firstDay, value: total, fill: 'ink' as const }));
}
