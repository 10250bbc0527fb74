import { type RowsToExport, toPlainColumns } from '../../ui/export/export-rows.ts';
import { messages } from './messages.ts';
import type { Analytics } from './use-dashboard.ts';

type Row = { figure: string; value: number | null; low: number | null; high: number | null; count: number | null; n: number | null };

/** The page's figures as a table: value, both ends of the interval, count and n, in full precision. */
export function toFigureTable(analytics: Analytics): RowsToExport<Row> {
  return { name: analytics.persona_name, columns: toPlainColumns<Row>(['figure', 'value', 'low', 'high', 'count', 'n']), rows: toRows(analytics) };
}

function toRows({ match_statistics: match, coverage, strong_coverage: strong, prevalence }: Analytics): Row[] {
  const plain = (figure: string, value: number | null): Row => ({ figure, value, low: null, high: null, count: null, n: match.total_responses });
  const share = (figure: string, { percentage, interval, persona_customers: count, total_customers: n }: Analytics['coverage']): Row => ({
    figure, value: percentage, low: interval[0] ?? null, high: interval[1] ?? null, count, n,
  });
  return [
    plain(messages.totalResponses, match.total_responses),
    plain(messages.averageMatch, match.avg_match_score),
    share(messages.coverage, coverage),
    share(messages.strongMatches, strong),
    share(messages.verdict.everyRule, prevalence),
    plain(messages.bands.strong, match.distribution.strong),
    plain(messages.bands.moderate, match.distribution.moderate),
    plain(messages.bands.weak, match.distribution.weak),
  ];
}
