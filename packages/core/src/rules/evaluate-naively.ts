import type { AnswerPart } from '../answers/answer-parts.ts';
import { type Dictionary, type Field, resolveField } from '../answers/dictionary.ts';
import { type ResponseData, findAnswer } from '../answers/find-answer.ts';
import { foldText } from '../answers/fold-text.ts';
import { readDate } from '../answers/read-date.ts';
import { readNumber } from '../answers/read-number.ts';
import { toValue, toWantedValues } from '../answers/to-value.ts';
import { mentionsAny } from './mentions.ts';
import type { Band, BandThresholds, Bound, Condition, RuleOutcome, RuleSet, Score, Test } from './rule-set.ts';
import { DEFAULT_BAND_THRESHOLDS } from './rule-set.ts';

const DAY_MS = 86_400_000n;

/** Is the part on the wanted side of the bound, or on it? Never, when it is not of the bound's kind. */
function isBeyond(part: AnswerPart, bound: Bound, side: 'atLeast' | 'atMost', field: Field): boolean {
  if (typeof bound === 'number') {
    const number = readNumber(part.given);
    if (number === null) return false;
    return side === 'atLeast' ? number >= bound : number <= bound;
  }
  const wanted = readDate(bound);
  const found = typeof part.given === 'string' ? readDate(part.given, field.dateOrder) : null;
  if (wanted === null || found === null) return false;
  const moment = BigInt(found.milliseconds);
  const limit = BigInt(wanted.milliseconds);
  if (side === 'atLeast') return moment >= limit;
  // A day as upper bound includes all of that day.
  return wanted.hasTime ? moment <= limit : moment < limit + DAY_MS;
}

/** Does the answer, which is not missing, pass the test? */
function passes(test: Test, parts: AnswerPart[], field: Field): boolean {
  const values = parts.map((part) => toValue(field, part.text));
  const countOf = (list: readonly (string | number | boolean)[]): number =>
    [...toWantedValues(field, list)].filter((wanted) => values.includes(wanted)).length;

  if ('answered' in test) return test.answered;
  if ('between' in test) {
    const [lower, upper] = test.between;
    return parts.some(
      (part) =>
        (lower === null || isBeyond(part, lower, 'atLeast', field)) &&
        (upper === null || isBeyond(part, upper, 'atMost', field)),
    );
  }
  if ('atLeast' in test) return parts.some((part) => isBeyond(part, test.atLeast, 'atLeast', field));
  if ('atMost' in test) return parts.some((part) => isBeyond(part, test.atMost, 'atMost', field));
  if ('in' in test) return countOf(test.in) > 0;
  if ('anyOf' in test) return countOf(test.anyOf) > 0;
  if ('allOf' in test) return countOf(test.allOf) === toWantedValues(field, test.allOf).size;
  if ('noneOf' in test) return countOf(test.noneOf) === 0;
  if ('atLeastOf' in test) return countOf(test.atLeastOf.values) >= test.atLeastOf.count;
  if ('contains' in test) {
    return parts.some((part) => test.contains.some((fragment) => part.text.includes(foldText(fragment))));
  }
  return parts.some((part) => mentionsAny(part.text, test.mentions, field.language));
}

/** Kleene's three-valued logic: what is not known decides only when nothing known does. */
function judge(condition: Condition, dictionary: Dictionary, responseData: ResponseData): RuleOutcome {
  const judgeInner = (inner: Condition): RuleOutcome => judge(inner, dictionary, responseData);
  if ('attribute' in condition) {
    const answer = findAnswer(dictionary, responseData, condition.attribute);
    if (answer === null && 'answered' in condition.is) return condition.is.answered ? 'unmatched' : 'matched';
    if (answer === null) return 'unanswered';
    const field = resolveField(dictionary, condition.attribute);
    return passes(condition.is, answer.parts, field) ? 'matched' : 'unmatched';
  }
  if ('not' in condition) {
    const outcome = judgeInner(condition.not);
    if (outcome === 'unanswered') return 'unanswered';
    return outcome === 'matched' ? 'unmatched' : 'matched';
  }
  if ('all' in condition) {
    const outcomes = condition.all.map(judgeInner);
    if (outcomes.includes('unmatched')) return 'unmatched';
    return outcomes.includes('unanswered') ? 'unanswered' : 'matched';
  }
  const outcomes = condition.any.map(judgeInner);
  if (outcomes.includes('matched')) return 'matched';
  return outcomes.includes('unanswered') ? 'unanswered' : 'unmatched';
}

/**
 * Scores one response the slow, obviously right way: the reference that every compiler is held to.
 *
 * Rules, missing policy, required rules, bands and rounding follow the description of the rule language one
 * sentence after the other, in arbitrary-precision integers. Nothing is prepared or shared.
 *
 * Throws a RangeError when there are no rules: such a persona has no score (ask `hasRules`).
 *
 * @example evaluateNaively(ruleSet, dictionary, { age: '32 ' }).scoreHundredths // 5000, one of two rules matched
 */
export function evaluateNaively(
  ruleSet: RuleSet,
  dictionary: Dictionary,
  responseData: ResponseData,
  thresholds: BandThresholds = DEFAULT_BAND_THRESHOLDS,
): Score {
  if (ruleSet.rules.length === 0) throw new RangeError('A rule set without rules has no score.');
  const outcomes = ruleSet.rules.map((rule) => judge(rule.condition, dictionary, responseData));
  const weightOf = (isWanted: (outcome: RuleOutcome | undefined) => boolean): bigint =>
    ruleSet.rules.reduce((sum, rule, index) => sum + (isWanted(outcomes[index]) ? BigInt(rule.weight) : 0n), 0n);

  const total = weightOf(() => true);
  const answered = weightOf((outcome) => outcome !== 'unanswered');
  const matched = weightOf((outcome) => outcome === 'matched');
  const denominator = ruleSet.missing === 'ignore' ? answered : total;
  const isFailed = ruleSet.rules.some((rule, index) => {
    const isUnanswered = outcomes[index] === 'unanswered' && ruleSet.missing === 'unmatched';
    return rule.required && (outcomes[index] === 'unmatched' || isUnanswered);
  });
  const scored = isFailed ? 0n : matched;
  const reaches = (threshold: number): boolean =>
    denominator > 0n && scored * 10_000n >= BigInt(threshold) * denominator;

  let band: Band = 'weak';
  if (reaches(thresholds.moderate)) band = 'moderate';
  if (reaches(thresholds.strong)) band = 'strong';
  return {
    outcomes,
    matchedWeight: Number(matched),
    answeredWeight: Number(answered),
    totalWeight: Number(total),
    // Half up: twice the fraction plus one half, cut off.
    scoreHundredths: denominator === 0n ? 0 : Number((scored * 20_000n + denominator) / (2n * denominator)),
    band,
    everyRule: outcomes.every((outcome) => outcome === 'matched'),
  };
}
