import { type Dictionary, resolveField } from '../answers/dictionary.ts';
import { AttributeSlot } from './attribute-slot.ts';
import { compileAttributeTest } from './compile-condition.ts';
import type { SqlAttribute } from './compile-sql.ts';

/** How the tests of one attribute turn out: one byte a test, 0 unmatched, 1 unanswered, 2 matched. */
export type AnswerOutcomes = (candidates: readonly unknown[]) => Uint8Array;

const BYTES = { unmatched: 0, unanswered: 1, matched: 2 } as const;

/**
 * Prepares the tests of one attribute for deciding one distinct answer after the other, as a form's dictionary reads it.
 *
 * `candidates` are what the response holds under the keys that mean the attribute, in the order of `candidateKeys`,
 * null where it holds nothing; none at all is a missing answer. Decided by what scores single responses
 * (`compilePredicate`), so that the two cannot differ.
 *
 * @example compileSqlAnswers({ attribute: 'age', tests: [{ atLeast: 18 }, { answered: true }] }, dictionary)(['17']) // [0, 2]
 */
export function compileSqlAnswers({ attribute, tests }: SqlAttribute, dictionary: Dictionary): AnswerOutcomes {
  const slot = new AttributeSlot(resolveField(dictionary, attribute));
  const compiled = tests.map((test) => compileAttributeTest(slot, test));
  return (candidates) => {
    slot.clear();
    candidates.forEach((given, rank) => slot.offer(rank, '', given));
    slot.settle();
    return Uint8Array.from(compiled, (outcomeOf) => BYTES[outcomeOf()]);
  };
}
