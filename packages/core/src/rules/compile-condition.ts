import type { AttributeSlot } from './attribute-slot.ts';
import { compileTest } from './compile-test.ts';
import type { ResponseReader } from './response-reader.ts';
import type { Condition, RuleOutcome, Test } from './rule-set.ts';

/** What does the condition say of the response that its reader has read last? */
export type CompiledCondition = () => RuleOutcome;

/** Prepares one test of a slot's answer, for whatever response the slot holds when it is asked. */
export function compileAttributeTest(slot: AttributeSlot, test: Test): CompiledCondition {
  const passes = compileTest(test, slot.field);
  const whenMissing = 'answered' in test ? (test.answered ? 'unmatched' : 'matched') : 'unanswered';
  return () => {
    if (slot.parts === null) return whenMissing;
    return passes(slot) ? 'matched' : 'unmatched';
  };
}

/** One outcome decides the group as soon as it occurs; else an unanswered part leaves it open; else the other one. */
function compileGroup(
  conditions: readonly CompiledCondition[],
  decisive: RuleOutcome,
  otherwise: RuleOutcome,
): CompiledCondition {
  return () => {
    let outcome = otherwise;
    for (const condition of conditions) {
      const inner = condition();
      if (inner === decisive) return decisive;
      if (inner === 'unanswered') outcome = 'unanswered';
    }
    return outcome;
  };
}

/**
 * Prepares a condition for the responses that `reader` reads.
 *
 * Groups follow Kleene's three-valued logic: `any` matches when one part does, `all` fails when one part does,
 * else an unanswered part leaves the group unanswered; `not` swaps matched and unmatched.
 */
export function compileCondition(condition: Condition, reader: ResponseReader): CompiledCondition {
  if ('attribute' in condition) return compileAttributeTest(reader.slotFor(condition.attribute), condition.is);
  if ('not' in condition) {
    const inner = compileCondition(condition.not, reader);
    return () => {
      const outcome = inner();
      if (outcome === 'unanswered') return outcome;
      return outcome === 'matched' ? 'unmatched' : 'matched';
    };
  }
  const compileInner = (inner: Condition): CompiledCondition => compileCondition(inner, reader);
  if ('all' in condition) return compileGroup(condition.all.map(compileInner), 'unmatched', 'matched');
  return compileGroup(condition.any.map(compileInner), 'matched', 'unmatched');
}
