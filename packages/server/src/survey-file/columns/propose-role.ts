import type { FieldType } from '@likeness/core';
import type { ValueFacts } from './value-facts.ts';

/** What a field is probably for. */
export type FieldRole = 'submitted_at' | 'respondent' | 'external_id' | 'demographic' | 'metric';

/** Which metric a rating probably is, and the ends of its scale. */
export type MetricProposal = { kind: 'nps' | 'satisfaction' | 'trust' | 'effort' | 'rating'; min: number; max: number };

/** What the roles are judged by. */
export type RoleEvidence = {
  names: readonly string[];
  type: FieldType;
  facts: ValueFacts;
  answered: number;
  distinct: number;
};

const SUBMITTED = [/recorded ?date|submi(?:tted|ssion)|date submitted|completed? ?(?:at|time|date)|completion time|erfassungsdatum/i, /^timestamp$|marca temporal|zeitstempel|horodateur/i, /end ?date|^ended|enddatum/i, /start ?date|created|startdatum|anfangsdatum/i, /\bdate\b|fecha/i];
const RESPONDENT = /respondent|participant|panell?ist|(?:user|customer|client|member|contact|person)[\s_-]*(?:id|key|number|no)\b|kundennummer/i;
const EXTERNAL_ID = /response[\s_-]*id|record[\s_-]*id|submission[\s_-]*id|^(?:id|#|token|antwort-id)$/i;
const DEMOGRAPHIC = /\b(?:age|gender|sex|born|birth|country|state|region|city|location|income|education|degree|school|marital|ethnic\w*|race|job|occupation|industry|household|edad|naciste|género|país|educativo|alter|geschlecht|land|beruf|bildung)\b/i;
const METRICS: [Exclude<MetricProposal['kind'], 'rating'>, RegExp][] = [
  ['nps', /recommend|\bnps\b|recomien|recomend|empfehl|weiterempf|recommand/i],
  ['satisfaction', /satisf|zufrieden|\bcsat\b|enjoy|disfrut/i],
  ['trust', /\btrust|vertrau|confia|confianc|confiance/i],
  ['effort', /\beffort|\bces\b|how (?:easy|difficult)|aufwand|esfuerzo/i],
];

/** The scale of a column of whole numbers, when it is one that surveys use; null otherwise. */
export function recogniseScale(facts: ValueFacts): { min: number; max: number } | null {
  const { min, max } = facts;
  if (min === null || max === null || facts.wholeNumbers < facts.numbers || min < 0) return null;
  if (max > 10 || max < 3) return null;
  if (max > 7) return { min: min === 0 ? 0 : min === 1 && max < 10 ? 1 : 0, max: 10 };
  return { min: min === 0 ? 0 : 1, max: max > 5 ? 7 : 5 };
}

/**
 * What is this field for? Judged by its names and answers; the choice of one submission date and one
 * respondent among several candidates is made for the whole file (`rank`, lowest first).
 * An identifier must differ in nearly every row to be an external id.
 */
export function proposeRole(evidence: RoleEvidence): { role: FieldRole | null; rank: number; metric: MetricProposal | null } {
  const { names, type, facts, answered, distinct } = evidence;
  const matches = (pattern: RegExp): boolean => names.some((name) => pattern.test(name.trim()));
  if (type === 'date') {
    const rank = SUBMITTED.findIndex(matches);
    return { role: rank === -1 ? null : 'submitted_at', rank, metric: null };
  }
  if (names.some((name) => name.length <= 40) && answered > 0) {
    if (matches(EXTERNAL_ID) && distinct >= answered * 0.98) return { role: 'external_id', rank: 0, metric: null };
    if (matches(RESPONDENT)) return { role: 'respondent', rank: 0, metric: null };
  }
  const metric = type === 'number' ? proposeMetric(names, facts) : null;
  if (metric !== null) return { role: 'metric', rank: 0, metric };
  // "Please state whether ..." is no question about a state: long questions are seldom demographic.
  const isDemographic = type !== 'text' && names.some((name) => name.length <= 130 && DEMOGRAPHIC.test(name.replace(/^please state/i, '')));
  return { role: isDemographic ? 'demographic' : null, rank: 0, metric: null };
}

function proposeMetric(names: readonly string[], facts: ValueFacts): MetricProposal | null {
  const scale = recogniseScale(facts);
  if (scale === null) return null;
  const kind = METRICS.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0] ?? 'rating';
  if (kind === 'nps') return (facts.max ?? 0) > 7 ? { kind, min: 0, max: 10 } : { kind: 'rating', ...scale };
  // A bare small number is a rating only where the question offers a scale.
  const offersScale = names.some((name) => /\b(?:scale|rate|rating|escala|calific\w*|skala|bewert\w*)\b|\d\s*(?:to|-|–|bis|al?)\s*\d/i.test(name));
  return kind === 'rating' && !offersScale ? null : { kind, ...scale };
}
