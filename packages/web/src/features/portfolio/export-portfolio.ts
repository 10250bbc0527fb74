import { type RowsToExport, toPlainColumns } from '../../ui/export/export-rows.ts';
import { messages } from './messages.ts';
import type { Portfolio } from './use-portfolio.ts';

type Row = { figure: string; persona: string; percent: number | null; low: number | null; high: number | null; count: number; n: number };
type CustomerShare = Portfolio['gap'];

/** Every share of the portfolio in full precision: what is counted, of whom, both ends of the interval, count and n. */
export function toExportRows({ union, nobody, personas, level, total_customers: n }: Portfolio): Row[] {
  const share = (figure: string, persona: string, { percentage, interval, persona_customers: count, total_customers }: CustomerShare): Row => ({
    figure, persona, percent: percentage, low: interval[0] ?? null, high: interval[1] ?? null, count, n: total_customers,
  });
  const { levels } = messages.answer;
  return [
    share(levels.match, '', union.coverage),
    share(levels.strong, '', union.strong_coverage),
    share(levels.every_rule, '', union.prevalence),
    share(messages.coverage.nobodyStands, levels[level], nobody),
    ...personas.flatMap((persona) => [
      share(levels.match, persona.name, persona.coverage),
      share(levels.strong, persona.name, persona.strong_coverage),
      share(levels.every_rule, persona.name, persona.prevalence),
      share(messages.coverage.lost, persona.name, { ...persona.unique, persona_customers: persona.unique.count, total_customers: n }),
    ]),
  ];
}

/** The page's shares as a table. */
export function toPortfolioTable(portfolio: Portfolio): RowsToExport<Row> {
  return { name: messages.title, columns: toPlainColumns<Row>(['figure', 'persona', 'percent', 'low', 'high', 'count', 'n']), rows: toExportRows(portfolio) };
}
