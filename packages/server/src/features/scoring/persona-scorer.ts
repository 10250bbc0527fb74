import { compilePredicates, type CompiledPredicates, type Score } from '@likeness/core';
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
