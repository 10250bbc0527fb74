import { compileDictionary, compilePredicates, type Explanation, formatScore, parseRuleSet, type ResponseData, type RuleSet, type Score, toEvidenceRatio } from '@likeness/core';
import { FIELDS } from './questions.ts';

const dictionary = compileDictionary(FIELDS);

/** Rules as somebody typed them: parsed, or in one sentence what is wrong with them. */
export type ReadRules = { ok: true; ruleSet: RuleSet } | { ok: false; problem: string };

/** How well a visitor fits one persona. `scorePercent` is text with two decimals, `evidenceRatio` 0..1. */
export type VisitorScore = { scorePercent: string; band: Score['band']; evidenceRatio: number; reasons: Explanation[]; score: Score };

/**
 * Reads mapping rules typed as JSON, in either form.
 *
 * @example readRules('{"age": {"min": 40, "max": 25}}') // { ok: false, problem: 'age: ...' }
 */
export function readRules(text: string): ReadRules {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = parseRuleSet(input, { dictionary });
  if (!parsed.ok) return { ok: false, problem: parsed.errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join(' ') };
  return parsed.ruleSet.rules.length === 0 ? { ok: false, problem: 'No rules yet: add one, for example {"age": {"min": 25}}.' } : parsed;
}

/** Scores one visitor against every rule set, in their order. Throws when a rule set is empty; `readRules` gives none. */
export function scoreVisitor(ruleSets: readonly RuleSet[], answers: ResponseData): VisitorScore[] {
  return compilePredicates(ruleSets, dictionary)
    .explainAll(answers)
    .map(({ score, explanations }) => ({
      scorePercent: formatScore(score.scoreHundredths),
      band: score.band,
      evidenceRatio: toEvidenceRatio(score),
      reasons: explanations,
      score,
    }));
}

/**
 * Position of the best score: higher score, then higher evidence, then the earlier persona. Null when nobody matches,
 * that is when no score reaches the moderate band.
 */
export function findBest(scores: readonly VisitorScore[]): number | null {
  const ranked = scores.map((score, index) => ({ ...score, index })).filter(({ band }) => band !== 'weak');
  ranked.sort((a, b) => b.score.scoreHundredths - a.score.scoreHundredths || b.evidenceRatio - a.evidenceRatio || a.index - b.index);
  return ranked[0]?.index ?? null;
}
