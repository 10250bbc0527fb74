import { attributesOf, diagnoseRules, figureSentences, say } from '@likeness/core';
import type { BandThresholds, FigureSaid, RulePair, RuleSet, RuleWord, ScoreTally } from '@likeness/core';
import { type CustomerShare, toCustomerShare } from './to-figures.ts';

type RuleFigures = {
  label: string;
  attributes: string[];
  weight: number;
  required: boolean;
  passes: CustomerShare;
  unanswered: number;
  goes_with_others: number | null;
  information_bits: number | null;
  says: RuleWord;
  match_if_waived: number;
  strong_if_waived: number;
  strong_if_deleted: number;
  only_one_missed: number;
};

/** How the rules of a set work together, named as the contract names it. */
export type Diagnostics = {
  respondents: number;
  rules: RuleFigures[];
  strictest_rule: number | null;
  one_rule_short: CustomerShare;
  match_but_for_one: CustomerShare;
  strong_but_for_one: CustomerShare;
  counted_twice: { a: number; b: number; both: number; phi: number | null; jaccard: number; sentence: string; said: FigureSaid }[];
};

/** Which rules carry, which shut people out, who is one rule short? Counts respondents. */
export function toDiagnosticsAnswer(tallies: readonly ScoreTally[], ruleSet: RuleSet, thresholds: BandThresholds): Diagnostics {
  const { respondents: n, rules, ...found } = diagnoseRules(ruleSet, tallies.filter(({ respondents }) => respondents > 0), thresholds);
  return {
    respondents: n,
    rules: ruleSet.rules.map((rule, index) => {
      const own = rules[index];
      if (own === undefined) throw new Error('A rule was not diagnosed.');
      return {
        label: rule.label,
        attributes: attributesOf({ missing: ruleSet.missing, rules: [rule] }),
        weight: rule.weight / 1000,
        required: rule.required,
        passes: toCustomerShare(own.matched, n),
        unanswered: own.unanswered,
        goes_with_others: own.restCorrelation && roundRatio(own.restCorrelation),
        information_bits: own.informationBits && roundRatio(own.informationBits),
        says: own.word,
        match_if_waived: own.matchIfWaived,
        strong_if_waived: own.strongIfWaived,
        strong_if_deleted: own.strongIfDeleted,
        only_one_missed: own.onlyOneMissed,
      };
    }),
    strictest_rule: findStrictest(rules.map(({ strongIfWaived }) => strongIfWaived)),
    one_rule_short: toCustomerShare(found.oneRuleShort, n),
    match_but_for_one: toCustomerShare(found.matchButForOne, n),
    strong_but_for_one: toCustomerShare(found.strongButForOne, n),
    counted_twice: found.countedTwice.map((pair) => ({
      a: pair.a, b: pair.b, both: pair.both, phi: pair.phi && roundRatio(pair.phi), jaccard: roundRatio(pair.jaccard), ...toSentence(pair, ruleSet),
    })),
  };
}

/** The position of the largest count, the first of equals; null when all are 0. */
export function findStrictest(counts: readonly number[]): number | null {
  const most = Math.max(0, ...counts);
  return most === 0 ? null : counts.indexOf(most);
}

function toSentence({ a, b, both, onlyA, onlyB }: RulePair, { rules }: RuleSet): { sentence: string; said: FigureSaid } {
  const labelOf = (index: number): string => rules[index]?.label ?? '';
  const said: FigureSaid = { code: 'counted_twice', params: { first: labelOf(a), second: labelOf(b), both, either: both + onlyA + onlyB } };
  return { sentence: say(said, figureSentences) ?? '', said };
}

/** Correlations and bits are shown with three decimals. */
function roundRatio(ratio: number): number {
  return Math.round(ratio * 1000) / 1000;
}
