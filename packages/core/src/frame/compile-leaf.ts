import { foldText } from '../answers/fold-text.ts';
import { toWantedValues } from '../answers/to-value.ts';
import { type Range, toRange } from '../rules/range.ts';
import type { Scalar, Test } from '../rules/rule-set.ts';
import type { FactKind } from './answer-facts.ts';
import type { AnswerList } from './answer-list.ts';
import { MATCHED, UNANSWERED, UNMATCHED } from './kernel.ts';

/** One test on one column: which facts it needs, and how it decides codes `from` to `to` (excluded). */
export type Leaf = { kind: FactKind; decide: (from: number, to: number, outcomes: Uint8Array) => void };

/** Marks the codes that pass, were they answered. */
type Mark = (from: number, to: number, outcomes: Uint8Array) => void;

function toRangeOf(test: Test): Range | null {
  if ('between' in test) return toRange(test.between[0], test.between[1]);
  if ('atLeast' in test) return toRange(test.atLeast, null);
  return 'atMost' in test ? toRange(null, test.atMost) : null;
}

/** What a list test asks for; a count of null asks for all. */
function toList(test: Test): { list: readonly Scalar[]; count: number | null } | null {
  if ('in' in test) return { list: test.in, count: 1 };
  if ('anyOf' in test) return { list: test.anyOf, count: 1 };
  if ('noneOf' in test) return { list: test.noneOf, count: 1 };
  if ('allOf' in test) return { list: test.allOf, count: null };
  return 'atLeastOf' in test ? { list: test.atLeastOf.values, count: test.atLeastOf.count } : null;
}

function toMark(test: Test, answers: AnswerList): { kind: FactKind; mark: Mark } {
  const { facts, variants } = answers;
  const variantOf = (code: number): number => answers.variantOf(code);
  const range = toRangeOf(test);
  if (range !== null) {
    const kind = range.kind === 'number' ? 'numbers' : 'moments';
    return { kind, mark: (from, to, outcomes) => facts[kind].markInside(range, from, to, outcomes) };
  }
  const asked = toList(test);
  if (asked !== null) {
    const mark: Mark = (from, to, outcomes) => {
      const wanted = variants.map((field) => {
        const values = toWantedValues(field, asked.list);
        return { values, count: asked.count ?? values.size };
      });
      facts.values.markHolding(wanted, variantOf, from, to, outcomes);
    };
    return { kind: 'values', mark };
  }
  if ('contains' in test) {
    const fragments = test.contains.map(foldText);
    return { kind: 'texts', mark: (from, to, outcomes) => facts.texts.markContaining(fragments, from, to, outcomes) };
  }
  if ('mentions' in test) {
    const { mentions } = test;
    const mark: Mark = (from, to, outcomes) =>
      facts.words.markMentioning(mentions, variants.map(({ language }) => language), variantOf, from, to, outcomes);
    return { kind: 'words', mark };
  }
  const passes = 'answered' in test && test.answered ? MATCHED : UNMATCHED;
  return { kind: 'answered', mark: (from, to, outcomes) => void outcomes.fill(passes, from, to) };
}

/**
 * Prepares one test for the distinct answers of a column. It decides as `compileTest` does for one response, from
 * facts that were worked out before (`AnswerFacts.prepare`, for its kind and for `answered`).
 */
export function compileLeaf(test: Test, answers: AnswerList): Leaf {
  const { kind, mark } = toMark(test, answers);
  const whenMissing = 'answered' in test ? (test.answered ? UNMATCHED : MATCHED) : UNANSWERED;
  const isInverse = 'noneOf' in test;
  const decide = (from: number, to: number, outcomes: Uint8Array): void => {
    outcomes.fill(UNMATCHED, from, to);
    // Code 0, no cell, has no facts.
    mark(Math.max(1, from), to, outcomes);
    const { answered } = answers.facts;
    for (let code = from; code < to; code += 1) {
      if (!answered.has(code)) outcomes[code] = whenMissing;
      else if (isInverse) outcomes[code] = MATCHED - (outcomes[code] as number);
    }
  };
  return { kind, decide };
}
