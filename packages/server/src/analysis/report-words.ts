import { type PersonaReport, type SampleGrade, type SurveyReport, toSampleGrade } from '@likeness/core';
import type { Analysis } from './analyze-survey.ts';
import { formatCount, formatNumber, formatPercentInterval, formatShareOf } from './format-figures.ts';

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

/**
 * What a persona's verdict means, in one sentence.
 *
 * @example toVerdictSentence(persona, 3062) // 'Too broad: it fits 89.6 % of respondents, so it tells little apart.'
 */
export function toVerdictSentence({ verdict, coherence, coverage, rules }: PersonaReport, respondents: number): string {
  const { ratio, interval } = coherence;
  switch (verdict) {
    case 'no rules yet':
      return 'No rules yet, so there is nothing to match.';
    case 'too few to tell':
      return 'Too few respondents to tell (fewer than 30).';
    case 'too broad':
      return rules.length < 3
        ? `Too broad: ${plural(rules.length, 'rule')} cannot tell people apart.`
        : `Too broad: it fits ${formatShareOf(coverage.count, respondents)} of respondents, so it tells little apart.`;
    default:
      if (ratio === null || interval === null) return 'Nobody can match it strongly.';
      return `Strong matches are ${formatNumber(ratio, 2)} times as frequent as if its rules had nothing to do with each other (${formatNumber(interval[0], 2)} to ${formatNumber(interval[1], 2)}).`;
  }
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
