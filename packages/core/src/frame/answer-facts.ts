import { AttributeSlot } from '../rules/attribute-slot.ts';
import type { AnswerList } from './answer-list.ts';
import { grown } from './grown.ts';
import { NumberFacts } from './number-facts.ts';
import { TextFacts } from './text-facts.ts';
import { ValueFacts } from './value-facts.ts';
import { WordFacts } from './word-facts.ts';

/** What tests want to know of an answer. Worked out when the first test asks. */
export type FactKind = 'answered' | 'numbers' | 'moments' | 'values' | 'texts' | 'words';

/** Answers read between two looks at whether anybody still wants them: a few milliseconds of work. */
const ANSWERS_AT_ONCE = 2048;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Which codes are an answer, and which are missing. */
class AnsweredFacts {
  count = 1;
  private flags = new Uint8Array(16);

  get byteCount(): number {
    return this.flags.byteLength;
  }

  add(isAnswered: boolean): void {
    this.flags = grown(this.flags, this.count + 1);
    this.flags[this.count] = isAnswered ? 1 : 0;
    this.count += 1;
  }

  has(code: number): boolean {
    return this.flags[code] === 1;
  }
}

/**
 * What the distinct answers of a column hold: read once by the code that reads a single response, kept as numbers.
 *
 * Nothing is read before a test asks for it, and every answer is read once for each kind of fact (kinds that are asked
 * for together share the reading).
 */
export class AnswerFacts {
  readonly answered = new AnsweredFacts();
  readonly numbers = new NumberFacts();
  readonly moments = new NumberFacts();
  readonly values = new ValueFacts();
  readonly texts = new TextFacts();
  readonly words = new WordFacts();
  private readonly answers: AnswerList;
  private readonly slots: AttributeSlot[] = [];

  constructor(answers: AnswerList) {
    this.answers = answers;
  }

  get byteCount(): number {
    const { answered, numbers, moments, values, texts, words } = this;
    return answered.byteCount + numbers.byteCount + moments.byteCount + values.byteCount + texts.byteCount + words.byteCount;
  }

  /** Works the facts out for all codes below `limit`. False when `isCancelled` said so in between. */
  prepare(kinds: ReadonlySet<FactKind>, limit: number, isCancelled: () => boolean): boolean {
    const asked = [...kinds].filter((kind) => this[kind].count < limit);
    for (;;) {
      const start = Math.min(limit, ...asked.map((kind) => this[kind].count));
      if (start >= limit || asked.length === 0) return true;
      const end = Math.min(limit, start + ANSWERS_AT_ONCE);
      for (let code = start; code < end; code += 1) this.read(code, asked);
      if (end < limit && isCancelled()) return false;
    }
  }

  private read(code: number, kinds: readonly FactKind[]): void {
    const slot = this.toSlot(code);
    for (const kind of kinds) {
      if (this[kind].count !== code) continue;
      if (kind === 'answered') this.answered.add(slot.parts !== null);
      else if (kind === 'texts') this.texts.add(slot.parts ?? []);
      else if (kind === 'words') this.words.add(slot.words);
      else if (kind === 'values') this.values.add(slot.values);
      else this[kind].add(slot[kind]);
    }
  }

  /** The answer as the compiled predicate sees it. The slot is used again for the next answer. */
  private toSlot(code: number): AttributeSlot {
    const variant = this.answers.variantOf(code);
    const field = this.answers.variants[variant];
    if (field === undefined) throw new Error(`Code ${code} belongs to no field.`);
    const slot = (this.slots[variant] ??= new AttributeSlot(field));
    slot.clear();
    this.answers.splitCells(code).forEach((cell, rank) => slot.offer(rank, '', JSON.parse(decoder.decode(cell)) as unknown));
    slot.settle();
    return slot;
  }
}
