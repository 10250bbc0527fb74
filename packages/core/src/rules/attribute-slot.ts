import { type AnswerPart, toAnswerParts } from '../answers/answer-parts.ts';
import type { Field } from '../answers/dictionary.ts';
import { compareCandidates } from '../answers/find-answer.ts';
import { readDate } from '../answers/read-date.ts';
import { readNumber } from '../answers/read-number.ts';
import { toValue } from '../answers/to-value.ts';
import { type Word, toWords } from './to-words.ts';

type Candidate = { rank: number; key: string; given: unknown };

/**
 * What one attribute answers in the response at hand, read once and shared by every test that asks.
 *
 * A slot is reused from response to response: `clear`, then `offer` every key that means the attribute, then
 * `settle`. What tests want of an answer (values, numbers, moments, words) is worked out when first asked for.
 */
export class AttributeSlot {
  readonly field: Field;
  /** null: the answer is missing. */
  parts: AnswerPart[] | null = null;
  /** The answer as it was given; null when it is missing. */
  given: unknown = null;

  private readonly candidates: Candidate[] = [];
  private cachedValues: string[] | null = null;
  private cachedNumbers: number[] | null = null;
  private cachedMoments: number[] | null = null;
  private cachedWords: Word[][] | null = null;

  constructor(field: Field) {
    this.field = field;
  }

  /** Forgets the response before. */
  clear(): void {
    this.parts = null;
    this.given = null;
    this.candidates.length = 0;
    this.cachedValues = null;
    this.cachedNumbers = null;
    this.cachedMoments = null;
    this.cachedWords = null;
  }

  /** Takes note of one key that means the attribute. `rank` is the position of its name in `field.names`. */
  offer(rank: number, key: string, given: unknown): void {
    this.candidates.push({ rank, key, given });
  }

  /** Chooses among the offered keys, as `findAnswer` does. */
  settle(): void {
    if (this.candidates.length > 1) this.candidates.sort(compareCandidates);
    for (const { given } of this.candidates) {
      this.parts = toAnswerParts(this.field, given);
      if (this.parts === null) continue;
      this.given = given;
      return;
    }
  }

  /** The answer's values as list tests compare them. */
  get values(): readonly string[] {
    this.cachedValues ??= (this.parts ?? []).map((part) => toValue(this.field, part.text));
    return this.cachedValues;
  }

  /** The numbers among the answer's values. */
  get numbers(): readonly number[] {
    this.cachedNumbers ??= (this.parts ?? []).flatMap(
      (part) => readNumber(typeof part.given === 'string' ? part.text : part.given) ?? [],
    );
    return this.cachedNumbers;
  }

  /** The moments among the answer's values, in floating milliseconds. */
  get moments(): readonly number[] {
    this.cachedMoments ??= (this.parts ?? []).flatMap((part) =>
      typeof part.given === 'string' ? (readDate(part.text, this.field.dateOrder)?.milliseconds ?? []) : [],
    );
    return this.cachedMoments;
  }

  /** The words of each of the answer's values. */
  get words(): readonly (readonly Word[])[] {
    this.cachedWords ??= (this.parts ?? []).map((part) => toWords(part.text, this.field.language));
    return this.cachedWords;
  }
}
