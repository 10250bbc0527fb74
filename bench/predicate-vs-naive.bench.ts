import { compileDictionary, compilePredicate, evaluateNaively, parseRuleSet } from '@likeness/core';
import { DEMO_PERSONAS, generateDemoResponses } from '@likeness/server/bench';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { medianMs, toCount } from './measure.ts';

/** How much faster is the compiled predicate than the interpreter that it is held to, for a persona of five rules? */
export const benchmark: Benchmark = { targets: { 'predicate-vs-naive': null }, run: compare };

async function compare({ isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const count = isQuick ? 20_000 : 100_000;
  const responses = generateDemoResponses(new Date('2026-06-01T00:00:00Z'), 2026, count).map(({ responseData }) => responseData);
  const parsed = parseRuleSet(DEMO_PERSONAS[0]?.mapping_rules);
  if (!parsed.ok) throw new Error('The demo has no persona that parses');
  const dictionary = compileDictionary([]);
  const { score } = compilePredicate(parsed.ruleSet, dictionary);
  const sums = { compiled: 0, naive: 0 };
  const sumOf = (scoreOf: typeof score): number => responses.reduce((sum, response) => sum + scoreOf(response).scoreHundredths, 0);
  const compiled = await medianMs(5, () => (sums.compiled = sumOf(score)));
  const naive = await medianMs(3, () => (sums.naive = sumOf((response) => evaluateNaively(parsed.ruleSet, dictionary, response))));
  if (sums.compiled !== sums.naive) throw new Error('The two ways to score disagree');
  return [{
    name: 'predicate-vs-naive',
    ratio: naive / compiled,
    unit: 'scorings of five rules a second, one thread',
    against: 'the naive interpreter',
    detail: `${toCount((1000 * count) / compiled)}/s, interpreted ${toCount((1000 * count) / naive)}/s, ${toCount(count)} responses`,
  }];
}
