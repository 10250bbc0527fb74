import {
  addMetricAnswer,
  createMetricTally,
  foldText,
  histogramSd,
  readNumber,
  toMetricAnswer,
  toMetricReport,
  toValue,
  type Answer,
  type Field,
  type MetricDefinition,
  type MetricTally,
} from '@likeness/core';
import type { JsonObject } from '../../db/tables.ts';
import type { TenantSettings } from '../dictionary/tenant-settings.ts';
import type { Snapshot, StoredMetrics } from './snapshot.ts';

/** What a snapshot reads of each matching response, in this order: its metrics' fields, then the demographics. */
export type SnapshotPlan = { metrics: MetricDefinition[]; demographics: string[]; attributes: string[] };

/** The answers of one persona's matching responses of one day, counted. */
export type DayTally = { metrics: MetricTally[]; demographics: Map<string, number>[] };

const NPS_SCALE = { min: 0, max: 10 };

/**
 * What a tenant's settings ask of each response.
 *
 * The true NPS is read off the loyalty field as long as that is asked on the scale 0 to 10; on another it is unknown.
 */
export function toSnapshotPlan({ metrics, demographics }: TenantSettings): SnapshotPlan {
  const means = (['satisfaction', 'loyalty', 'trust', 'effort'] as const).map((name) => ({ name, kind: 'mean' as const, ...metrics[name] }));
  const { field, min, max } = metrics.loyalty;
  const nps = min === NPS_SCALE.min && max === NPS_SCALE.max ? [{ name: 'nps', kind: 'nps' as const, field }] : [];
  const definitions = [...means, ...nps];
  return { metrics: definitions, demographics, attributes: [...definitions.map((metric) => metric.field), ...demographics] };
}

export function createDayTally(plan: SnapshotPlan): DayTally {
  return { metrics: plan.metrics.map(createMetricTally), demographics: plan.demographics.map(() => new Map()) };
}

/** Counts one matching response, in place. `answers` and `fields` follow `plan.attributes`. */
export function addToDay(tally: DayTally, plan: SnapshotPlan, fields: readonly Field[], answers: readonly (Answer | null)[]): void {
  for (const [index, metric] of tally.metrics.entries()) {
    const field = fields[index];
    if (field) addMetricAnswer(metric, toMetricAnswer(metric.definition, field, answers[index] ?? null));
  }
  for (const [index, counts] of tally.demographics.entries()) {
    const position = plan.metrics.length + index;
    const [field, answer] = [fields[position], answers[position]];
    if (!field || !answer) continue;
    for (const value of toGroups(field, answer)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

/** Each value of an answer once; ages in bands of ten years, as "20-29". */
function toGroups(field: Field, answer: Answer): Set<string> {
  const isAge = field.names.includes(foldText('age'));
  return new Set(
    answer.parts.map((part) => {
      const age = isAge ? readNumber(part.given) : null;
      if (age === null || age < 0) return toValue(field, part.text);
      const decade = Math.floor(age / 10) * 10;
      return `${decade}-${decade + 9}`;
    }),
  );
}

/**
 * The figures of a day. A metric that nobody answered is null, never 0; answers outside the scale are counted as
 * rejected and are not in the figure. Demographic values come most frequent first.
 */
export function toDayFigures(tally: DayTally, plan: SnapshotPlan): { metrics: StoredMetrics; demographics: JsonObject } {
  const metrics: StoredMetrics = { satisfaction: null, loyalty: null, trust: null, effort: null, nps: null, details: {} };
  for (const metric of tally.metrics) {
    const report = toMetricReport(metric);
    const figure = 'mean' in report ? report.mean : 'nps' in report ? report.nps : null;
    metrics[metric.definition.name as keyof Snapshot['metrics']] = figure;
    const sd = metric.definition.kind === 'mean' ? histogramSd(metric.answers) : null;
    metrics.details[metric.definition.name] = {
      n: report.answered,
      sd: sd === null ? null : Number(sd.toFixed(4)),
      interval: report.interval,
      rejected: report.rejected,
    };
  }
  const demographics = plan.demographics.map((attribute, index): [string, JsonObject] => {
    const counts = [...(tally.demographics[index] ?? [])].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return [attribute, Object.fromEntries(counts)];
  });
  return { metrics, demographics: Object.fromEntries(demographics.filter(([, counts]) => Object.keys(counts).length > 0)) };
}
