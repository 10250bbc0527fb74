import { foldText } from '@likeness/core';
import type { MetricProposal } from '../../survey-file/columns/propose-role.ts';
import type { RecognisedField, Recognition } from '../../survey-file/recognition.ts';
import type { TenantSettings } from '../dictionary/tenant-settings.ts';
import type { ColumnChoice, ImportField, ImportMapping } from './import.ts';

const LONGEST_LABEL = 1000;

/** Which setting of the tenant names the field of a metric of this kind. */
const METRIC_SETTINGS: Record<Exclude<MetricProposal['kind'], 'rating'>, keyof TenantSettings['metrics']> = {
  nps: 'loyalty', satisfaction: 'satisfaction', trust: 'trust', effort: 'effort',
};

/**
 * What would each column of this file become, unless somebody corrects it? Every column is named, in order.
 *
 * The column of submission, of the person and of the response's own id get those uses; columns without any answer are
 * ignored; all others become fields, those of one check-all-that-apply question together. The first question of a
 * metric's kind and scale is proposed as that metric (`attribute`). Answers that may mean "no answer" are not applied.
 *
 * A file without a date of submission is proposed to have been submitted at `now`, or all its rows would be refused.
 *
 * @example proposeMapping(recognition, settings, now).columns[0] // { index: 0, use: 'submitted_at', date_order: 'mdy' }
 */
export function proposeMapping(recognition: Recognition, settings: TenantSettings, now: Date): ImportMapping {
  const metrics = assignMetrics(recognition.fields, settings);
  const choices = recognition.fields.flatMap((field) => toChoices(recognition, field, metrics.get(field) ?? null));
  const hasDate = choices.some(({ use }) => use === 'submitted_at');
  return {
    form_name: toFormName(recognition.fileName),
    columns: choices.toSorted((a, b) => a.index - b.index),
    ...(!hasDate && { submitted_at: now.toISOString() }),
  };
}

/** A form is called like its file, without the ending. */
function toFormName(fileName: string): string {
  const name = fileName.replace(/\.[A-Za-z0-9]{1,5}$/u, '').replace(/\s+/gu, ' ').trim();
  return name.slice(0, 200).toWellFormed().trim() || 'Survey';
}

function toChoices(recognition: Recognition, field: RecognisedField, attribute: string | null): ColumnChoice[] {
  const [first = 0] = field.columns;
  if (field.role === 'submitted_at') return [{ index: first, use: 'submitted_at', ...(field.dateOrder !== null && { date_order: field.dateOrder }) }];
  if (field.role === 'respondent') return [{ index: first, use: 'respondent_key' }];
  if (field.role === 'external_id') return [{ index: first, use: 'external_id' }];
  const formField = toFormField(recognition, field, attribute);
  const isEmpty = field.columns.every((index) => recognition.columns[index]?.isEmpty ?? true);
  return field.columns.map((index) => ({ index, use: isEmpty ? 'ignore' : 'field', field: formField }));
}

function toFormField(recognition: Recognition, field: RecognisedField, attribute: string | null): ImportField {
  const shortName = field.columns.length === 1 ? (recognition.columns[field.columns[0] ?? 0]?.shortName ?? null) : null;
  return {
    key: field.key,
    label: field.header.slice(0, LONGEST_LABEL).toWellFormed(),
    attribute,
    type: field.type,
    aliases: shortName !== null && isFreeAlias(shortName, field, recognition) ? [shortName] : [],
    delimiter: field.type === 'multi' ? field.delimiter : null,
    missing: [],
    date_order: field.type === 'date' ? field.dateOrder : null,
    language: null,
    role: field.role === 'demographic' || field.role === 'metric' ? field.role : null,
    is_personal: field.personalData !== null,
  };
}

/** An exporter's short name (`Q1`) is another name of its field, unless something else is called so. */
function isFreeAlias(alias: string, field: RecognisedField, recognition: Recognition): boolean {
  const folded = foldText(alias);
  const isName = (other: RecognisedField): boolean => foldText(other.key) === folded;
  const claims = recognition.columns.filter(({ shortName }) => shortName !== null && foldText(shortName) === folded);
  return folded !== '' && alias.length <= LONGEST_LABEL && claims.length === 1 && !recognition.fields.some((other) => other !== field && isName(other));
}

/** One field a metric, by kind and scale; a field that is called like the metric's field already needs no help. */
function assignMetrics(fields: readonly RecognisedField[], { metrics }: TenantSettings): Map<RecognisedField, string> {
  const taken = new Set(fields.map(({ key }) => foldText(key)));
  const assigned = new Map<RecognisedField, string>();
  for (const field of fields) {
    if (field.metric === null || field.metric.kind === 'rating') continue;
    const setting = metrics[METRIC_SETTINGS[field.metric.kind]];
    const folded = foldText(setting.field);
    if (taken.has(folded) || field.metric.min !== setting.min || field.metric.max !== setting.max) continue;
    taken.add(folded);
    assigned.set(field, setting.field);
  }
  return assigned;
}
