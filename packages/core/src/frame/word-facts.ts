import { foldText } from '../answers/fold-text.ts';
import { type Word, toWords } from '../rules/to-words.ts';
import { grown } from './grown.ts';
import { MATCHED } from './kernel.ts';

/** About what the three maps need for one word. */
const BYTES_PER_WORD = 240;
/** Stands between the texts of an answer; words are numbered from 1. */
const TEXT_END = 0;

/** For each word of a phrase: the numbers of the words that are the same. */
type Phrase = readonly ReadonlySet<number>[];
/** Phrases by the numbers of the words that they may begin with. */
type Phrases = ReadonlyMap<number, readonly Phrase[]>;

function addTo(map: Map<string, number[]>, key: string, number: number): void {
  const numbers = map.get(key);
  if (numbers === undefined) map.set(key, [number]);
  else numbers.push(number);
}

/** The words of the distinct answers as numbers, in order: phrases are looked up without finding words again. */
export class WordFacts {
  count = 1;
  private readonly numberOf = new Map<string, number>();
  /** Words that `toWords` remembers come back as the same objects. */
  private readonly numberOfKnown = new WeakMap<Word, number>();
  private readonly byStem = new Map<string, number[]>();
  private readonly byPlainStem = new Map<string, number[]>();
  /** The words of an answer are `items[ends[code - 1]]` up to `items[ends[code]]` (excluded). */
  private ends = new Uint32Array(16);
  private items = new Uint32Array(16);

  get byteCount(): number {
    return this.ends.byteLength + this.items.byteLength + BYTES_PER_WORD * this.numberOf.size;
  }

  /** Takes the words of the next answer, one list for each of its values. */
  add(texts: readonly (readonly Word[])[]): void {
    let end = this.ends[this.count - 1] as number;
    for (const words of texts) {
      this.items = grown(this.items, end + words.length + 1);
      for (const word of words) {
        this.items[end] = this.toNumber(word);
        end += 1;
      }
      this.items[end] = TEXT_END;
      end += 1;
    }
    this.ends = grown(this.ends, this.count + 1);
    this.ends[this.count] = end;
    this.count += 1;
  }

  /** Marks the codes from `from` to `to` (excluded) that mention a phrase, read in the language of their variant. */
  markMentioning(
    phrases: readonly string[],
    languages: readonly string[],
    variantOf: (code: number) => number,
    from: number,
    to: number,
    outcomes: Uint8Array,
  ): void {
    const wanted = languages.map((language) => this.toPhrases(phrases, language));
    for (let code = from; code < to; code += 1) {
      const asked = wanted[variantOf(code)];
      if (asked !== undefined && this.mentions(code, asked)) outcomes[code] = MATCHED;
    }
  }

  private mentions(code: number, phrases: Phrases): boolean {
    const end = this.ends[code] as number;
    for (let at = this.ends[code - 1] as number; at < end; at += 1) {
      const candidates = phrases.get(this.items[at] as number);
      // The text's end is no word of any phrase, so a phrase never reaches into the next text.
      if (candidates?.some((phrase) => phrase.every((words, offset) => words.has(this.items[at + offset] ?? TEXT_END)))) return true;
    }
    return false;
  }

  private toPhrases(texts: readonly string[], language: string): Phrases {
    const phrases = new Map<number, Phrase[]>();
    for (const text of texts) {
      const phrase = toWords(foldText(text), language).map(
        ({ stem, plainStem }) => new Set([...(this.byStem.get(stem) ?? []), ...(this.byPlainStem.get(plainStem) ?? [])]),
      );
      for (const first of phrase[0] ?? []) phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
    }
    return phrases;
  }

  private toNumber(word: Word): number {
    let number = this.numberOfKnown.get(word);
    if (number === undefined) this.numberOfKnown.set(word, (number = this.findOrAdd(word)));
    return number;
  }

  private findOrAdd({ stem, plainStem }: Word): number {
    // Folded text has no line ends.
    const key = `${stem}\n${plainStem}`;
    const known = this.numberOf.get(key);
    if (known !== undefined) return known;
    const number = this.numberOf.size + 1;
    this.numberOf.set(key, number);
    addTo(this.byStem, stem, number);
    addTo(this.byPlainStem, plainStem, number);
    return number;
  }
}
