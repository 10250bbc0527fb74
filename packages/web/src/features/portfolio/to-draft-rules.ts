import type { Differences } from './use-portfolio.ts';

const MAX_RULES = 4;

/**
 * Mapping rules from answers that set people apart: one rule a question, of its most telling answer, at most four.
 *
 * @param answers the largest difference first
 */
export function toDraftRules(answers: Pick<Differences['items'][number], 'attribute' | 'is'>[]) {
  const first = new Map(answers.toReversed().map((one) => [one.attribute, one]));
  const rules = answers.filter((one) => first.get(one.attribute) === one).slice(0, MAX_RULES);
  return { rules: rules.map(({ attribute, is }) => ({ attribute, is })) };
}
