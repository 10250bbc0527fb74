import { MATCHED } from './kernel.ts';

/** Folded text has no line ends: a fragment never reaches from one text into the next. */
const TEXT_END = '\n';
const CHUNK_LENGTH = 65_536;
const NOT_LATIN_1 = /[^\0-\u00ff]/u;

/** Texts joined into one; text i begins at `starts[i]` and belongs to the answer `codes[i]`. Codes ascend. */
type Chunk = { joined: string; starts: Uint32Array; codes: Uint32Array };

function toChunk(texts: readonly string[], codes: readonly number[]): Chunk {
  const starts = new Uint32Array(texts.length);
  let start = 0;
  for (const [index, text] of texts.entries()) {
    starts[index] = start;
    start += text.length + 1;
  }
  return { joined: texts.join(TEXT_END), starts, codes: Uint32Array.from(codes) };
}

function bytesOf({ joined, starts, codes }: Chunk): number {
  return joined.length * (NOT_LATIN_1.test(joined) ? 2 : 1) + starts.byteLength + codes.byteLength;
}

/** Every text is asked at most once for each fragment: after a find the search goes on with the next text. */
function markInChunk({ joined, starts, codes }: Chunk, fragment: string, from: number, to: number, outcomes: Uint8Array): void {
  let text = 0;
  let at = joined.indexOf(fragment);
  while (at !== -1) {
    while (text + 1 < starts.length && (starts[text + 1] as number) <= at) text += 1;
    const code = codes[text] as number;
    if (code >= from && code < to) outcomes[code] = MATCHED;
    if (text + 1 === starts.length) return;
    at = joined.indexOf(fragment, starts[text + 1]);
  }
}

/** The folded texts of the distinct answers, joined into long strings that are searched at the speed of memory. */
export class TextFacts {
  count = 1;
  private readonly chunks: Chunk[] = [];
  private chunkBytes = 0;
  private openTexts: string[] = [];
  private openCodes: number[] = [];
  private openLength = 0;

  get byteCount(): number {
    return this.chunkBytes + 2 * this.openLength + 40 * this.openTexts.length;
  }

  /** Takes the texts of the next answer. */
  add(texts: readonly { text: string }[]): void {
    for (const { text } of texts) {
      this.openTexts.push(text);
      this.openCodes.push(this.count);
      this.openLength += text.length + 1;
    }
    this.count += 1;
    if (this.openLength < CHUNK_LENGTH) return;
    const chunk = toChunk(this.openTexts, this.openCodes);
    this.chunks.push(chunk);
    this.chunkBytes += bytesOf(chunk);
    this.openTexts = [];
    this.openCodes = [];
    this.openLength = 0;
  }

  /** Marks the codes from `from` to `to` (excluded) that contain one of the folded fragments. */
  markContaining(fragments: readonly string[], from: number, to: number, outcomes: Uint8Array): void {
    for (const chunk of this.chunks) {
      if ((chunk.codes.at(-1) ?? 0) < from || (chunk.codes[0] ?? 0) >= to) continue;
      for (const fragment of fragments) markInChunk(chunk, fragment, from, to, outcomes);
    }
    for (const [index, code] of this.openCodes.entries()) {
      if (code < from || code >= to) continue;
      if (fragments.some((fragment) => this.openTexts[index]?.includes(fragment))) outcomes[code] = MATCHED;
    }
  }
}
