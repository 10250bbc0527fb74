import type { Persona } from '../../api/use-personas.ts';
import type { TimeRange } from '../../ui/control/time-range.ts';
import { exportFromServer } from '../../ui/export/export-rows.ts';
import { ExportMenu } from '../../ui/export/ExportMenu.tsx';
import { messages as exportMessages } from '../../ui/export/messages.ts';
import { figureChoices, pageChoices } from '../../ui/export/page-choices.ts';
import { messages as uiMessages } from '../../ui/messages.ts';
import { toFigureTable } from './export-figures.ts';
import { messages } from './messages.ts';
import type { useDashboard } from './use-dashboard.ts';

type AnalyticsExportProps = { persona: Persona; dashboard: ReturnType<typeof useDashboard>; range: TimeRange; timeZone: string | undefined };

/** The tab as a picture or pages, its figures, and the days behind its lines. Nothing can be taken away before there are figures. */
export function AnalyticsExport({ persona, dashboard, range, timeZone }: AnalyticsExportProps) {
  const analytics = dashboard.analytics.data;
  if (analytics === undefined || analytics.edition === null || analytics.match_statistics.total_responses === 0) return <ExportMenu groups={[]} />;
  const about = () => ({
    name: persona.name, subtitle: uiMessages.range.names[range], asOf: new Date(analytics.as_of), timeZone, edition: analytics.edition, n: analytics.coverage.total_customers,
  });
  const dayByDay = (['csv', 'xlsx'] as const).map((format) => ({
    name: format === 'csv' ? exportMessages.evolutionCsv : exportMessages.evolutionExcel,
    toWork: () => exportFromServer(`${persona.name}, ${messages.evolution.title}`, format, dashboard.exports.evolution),
  }));
  return <ExportMenu groups={[pageChoices(about), figureChoices(() => toFigureTable(analytics)), dayByDay]} />;
}
