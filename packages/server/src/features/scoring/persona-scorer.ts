import { compilePredicates, formatScore, toEvidenceRatio, type CompiledPredicates, type RuleOutcome, type Score } from '@likeness/core';
import type { JsonObject } from '../../db/tables.ts';
import type { Dictionaries } from '../dictionary/dictionary.queries.ts';
import type { PersonaRules } from './persona-rules.queries.ts';

/** A response as far as scoring looks at it. */
export type ScorableResponse = { id: number; formId: number; responseData: JsonObject };

/** Several personas' rules, compiled once for each form that turns up. */
export type PersonaScorer = {
  readonly personas: readonly PersonaRules[];
  /** One score a persona, in their order. */
  score(response: ScorableResponse): Score[];
};

/** Compiles rules against a tenant's dictionaries; forms are compiled when their first response comes. */
export function createPersonaScorer(personas: readonly PersonaRules[], dictionaries: Dictionaries): PersonaScorer {
  const ruleSets = personas.map((persona) => persona.ruleSet);
  const byForm = new Map<number, CompiledPredicates>();
  return {
    personas,
    score: ({ formId, responseData }) => {
      const predicates = byForm.get(formId) ?? compilePredicates(ruleSets, dictionaries.forForm(formId), dictionaries.thresholds);
      byForm.set(formId, predicates);
      return predicates.scoreAll(responseData);
    },
  };
}

/** A score as `persona_matches` keeps it. */
export type MatchValues = { match_score: string; band: 0 | 1 | 2; evidence: number; every_rule: boolean; rule_outcomes: string };

const BAND_NUMBERS = { weak: 0, moderate: 1, strong: 2 } as const;
const OUTCOME_SIGNS: Record<RuleOutcome, string> = { matched: '+', unmatched: '-', unanswered: '?' };

/** @example toMatchValues(score) // { match_score: '66.67', band: 1, evidence: 1, every_rule: false, rule_outcomes: '++-' } */
export function toMatchValues(score: Score): MatchValues {
  let outcomes = '';
  for (const outcome of score.outcomes) outcomes += OUTCOME_SIGNS[outcome];
  return {
    match_score: formatScore(score.scoreHundredths),
    band: BAND_NUMBERS[score.band],
    evidence: toEvidenceRatio(score),
    every_rule: score.everyRule,
    rule_outcomes: outcomes,
  };
}
