import { type PersonaReport, type SampleGrade, type SurveyReport, toSampleGrade, toVerdictSentence } from '@likeness/core';
import type { Analysis } from './analyze-survey.ts';
import { formatCount, formatPercentInterval, formatShareOf } from './format-figures.ts';

/** @example plural(1, 'row') // '1 row' */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** How far the figures about respondents can be trusted for their number alone. */
export function respondentGrade(report: SurveyReport): SampleGrade {
  return toSampleGrade(report.respondents);
}

/**
 * The answer of the whole report in one or two sentences: how many match anybody, how many nobody stands for.
 *
 * @example '98.3 % match at least one persona (97.8–98.7 %), 73.0 % strongly. 52 of 3,062 respondents match none.'
 */
export function toHeadline({ report }: Analysis): string {
  const { union, strong_union, uncovered, respondents } = report;
  if (respondents === 0) return 'There are no rows to look at.';
  const gap = `${formatCount(uncovered)} of ${plural(respondents, 'respondent')} match none.`;
  switch (respondentGrade(report)) {
    case 'hidden':
      return `Fewer than 10 respondents: too few for any share. ${gap}`;
    case 'too few to tell':
      return `Too few to tell: ${formatCount(union.covered)} match at least one persona, the truth may be ${formatPercentInterval(union.interval)}. ${gap}`;
    default:
      return `${formatShareOf(union.covered, respondents)} match at least one persona (${formatPercentInterval(union.interval)}), ${formatShareOf(strong_union.covered, respondents)} strongly. ${gap}`;
  }
}

/** A persona's verdict in plain words, as the server says it. */
export function toPersonaSentence({ verdict, rules, coverage, strong_coverage, coherence }: PersonaReport, respondents: number): string {
  return toVerdictSentence({
    word: verdict,
    ruleCount: rules.length,
    respondents,
    matching: coverage.count,
    strong: strong_coverage.count,
    coherence: coherence.ratio,
    interval: coherence.interval,
    isCalculated: true,
  });
}

/** Who was counted, in one sentence; null when every row is a respondent. */
export function toRespondentSentence({ respondents, report }: Analysis): string | null {
  const { field, latestBy } = respondents;
  if (field === null) return null;
  const latest = latestBy === null ? 'the last one in the file' : `the latest one by “${latestBy}”`;
  return `${plural(report.responses, 'response')} of ${plural(report.respondents, 'respondent')}, told apart by “${field}”. Shares count each respondent once, by ${latest}; bands, rules and metrics count responses.`;
}

/** The rows left out, in one sentence; null when there are none. */
export function toUnreadableSentence({ unreadable }: Analysis): string | null {
  if (unreadable.count === 0) return null;
  return `${plural(unreadable.count, 'row')} could not be read and ${unreadable.count === 1 ? 'is' : 'are'} left out, the first on ${unreadable.first ?? ''}`;
}
