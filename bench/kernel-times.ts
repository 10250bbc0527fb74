import { ALL_DAYS, compileKernel, countAnswerCodes, countPatterns, type Frame, groupRows, markWindowRows, MODERATE, parseRuleSet, type RuleSet } from '@likeness/core';
import { surveyFrame } from './kernel-survey.ts';
import { percentile } from './measure.ts';
import { changedRules, SURVEY_FIELDS, surveyRules } from './survey-data.ts';

/**
 * The engine's own time on a frame in this process, in milliseconds, medians: the rules compiled and responses and
 * respondents counted by pattern (`alone`); the same for them and for stored rules (`changed`); the people of the rules told
 * apart, and the answers of both groups to all eight attributes counted (`differences`).
 */
export type KernelTimes = Record<'alone' | 'changed' | 'differences', number>;

export function measureKernelTimes(responseCount: number, rounds: number): KernelTimes {
  const frame = surveyFrame(responseCount);
  const stored = toRuleSet(surveyRules());
  const times = { alone: [] as number[], changed: [] as number[], differences: [] as number[] };
  for (const rules of changedRules(rounds)) {
    const ruleSet = toRuleSet(rules);
    const first = measure(() => countPatterns(compileKernel(ruleSet, frame), frame, ALL_DAYS));
    times.alone.push(first);
    times.changed.push(first + measure(() => countPatterns(compileKernel(stored, frame), frame, ALL_DAYS)));
    times.differences.push(measure(() => countDifferences(frame, ruleSet)));
  }
  return { alone: percentile(times.alone, 0.5), changed: percentile(times.changed, 0.5), differences: percentile(times.differences, 0.5) };
}

function measure(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

function countDifferences(frame: Frame, ruleSet: RuleSet): unknown {
  const isCancelled = (): boolean => false;
  const kernel = compileKernel(ruleSet, frame);
  const isMember = ([level = 0]: readonly number[]): boolean => level >= MODERATE;
  const groups = groupRows(frame, { kernels: [kernel], marks: markWindowRows(frame, ALL_DAYS), isMember, isCancelled });
  return groups && SURVEY_FIELDS.map(({ name }) => countAnswerCodes(frame.getColumn(name), groups));
}

function toRuleSet(rules: Record<string, unknown>): RuleSet {
  const parsed = parseRuleSet(rules);
  if (!parsed.ok) throw new Error('The rules of the survey do not parse');
  return parsed.ruleSet;
}
