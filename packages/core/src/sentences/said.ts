/**
 * A sentence without its language: what it says (`code`) and about what (`params`), so that every page can word it for
 * its reader. Numbers are bare; whoever words the sentence writes them as its reader does.
 */
export type Said = { code: string; params: Record<string, string | number> };

/** How a wording writes what it takes in. */
export type SentenceFormats = {
  /** 3062 -> `3,062` */
  count(value: number): string;
  /** 2.68 with 1 decimal -> `2.7` */
  number(value: number, decimals: number): string;
  /** Marks the words of a sentence that are read first; plain text leaves them as they are. */
  stress(text: string): string;
};

/** Sentences of one language by their code. */
export type Sentences = Readonly<Record<string, (params: never, formats: SentenceFormats) => string>>;

/** What can be said with these sentences: each code with its own parameters. */
export type SaidIn<S extends Sentences> = { [C in keyof S & string]: { code: C; params: ParamsOf<S[C]> } }[keyof S & string];

type ParamsOf<Wording extends (...taken: never[]) => string> = Parameters<Wording> extends [] ? Record<string, never> : Parameters<Wording>[0];

/** English as the API writes it. */
export const ENGLISH_FORMATS: SentenceFormats = {
  count: (value) => value.toLocaleString('en-US'),
  number: (value, decimals) => value.toFixed(decimals),
  stress: (text) => text,
};

/**
 * Words what was said. Null for a code that these sentences do not have: an older page beside a newer server.
 *
 * @example say({ code: 'based_on', params: { respondents: 3062 } }, verdictSentences) // 'Based on 3,062 respondents.'
 */
export function say({ code, params }: Said, sentences: Sentences, formats: SentenceFormats = ENGLISH_FORMATS): string | null {
  if (!Object.hasOwn(sentences, code)) return null;
  const word = sentences[code] as ((params: Said['params'], formats: SentenceFormats) => string) | undefined;
  return word?.(params, formats) ?? null;
}
