import { appendResponses, compileDictionary, compileKernel, createFrame, parseRuleSet } from '@likeness/core';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { measureThreadMs, toCount } from './measure.ts';

/**
 * How long does the first test of a text column take, when nobody has asked for its words before and every text is another
 * one? Later tests look up what the first one read.
 */
export const benchmark: Benchmark = { targets: { 'mentions-first': null }, run: measure };

const WORDS =
  'the team spends too much time on manual reports because our system is slow and support never answers when data gets lost again which costs money every single week we need better integrations with tools people like using at work'.split(' ');

async function measure({ isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const count = isQuick ? 20_000 : 200_000;
  const texts = Array.from({ length: count }, (_, index) => toText(index));
  const dictionary = compileDictionary([{ name: 'feedback', type: 'text', language: 'en' }]);
  const parsed = parseRuleSet({ rules: [{ attribute: 'feedback', is: { mentions: ['manual report'] } }] }, { dictionary });
  if (!parsed.ok) throw new Error('The rules do not parse');
  const frame = createFrame(['feedback']);
  appendResponses(frame, dictionary, texts.map((feedback, id) => ({ id, respondent: null, day: '2026-01-01', submittedAtMs: 0, responseData: { feedback } })));
  const isMatched = (ruleSet: typeof parsed.ruleSet): number => {
    const patterns = new Uint32Array(count);
    compileKernel(ruleSet, frame).run(0, count, patterns);
    return patterns.reduce((matched, pattern) => matched + (pattern === 2 ? 1 : 0), 0);
  };
  let matched = 0;
  const firstMs = measureThreadMs(() => (matched = isMatched(parsed.ruleSet)));
  const laterMs = measureThreadMs(() => isMatched(parsed.ruleSet));
  if (matched === 0) throw new Error('Nobody mentions it');
  return [{
    name: 'mentions-first', ratio: firstMs / 1000, unit: 'the first test for words in a column, one thread', against: 'one second',
    detail: `${toCount(firstMs)} ms of a processor for ${toCount(count)} distinct texts of about 16 words, ${toCount(laterMs)} ms for each test after it; ${toCount(matched)} match`,
  }];
}

/** Every text is another one: 8 to 23 words in no order, and a number. */
function toText(index: number): string {
  let state = index + 1;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8;
  const words = Array.from({ length: 8 + (next() % 16) }, () => WORDS[next() % WORDS.length] ?? '');
  return `${words.join(' ')}, order ${index}.`;
}
