const WHITE_SPACE = /[\s\u0085]+/gu;

/**
 * How much there is to do: 'nothing', only 'lower' case (the text is plain ASCII with single spaces), or 'all'.
 *
 * Most answers are plain; one pass over the characters is several times cheaper than normalising them.
 */
function toEffort(text: string): 'nothing' | 'lower' | 'all' {
  let previous = 0x20;
  let hasUpper = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7e || code < 0x20) return 'all';
    if (code === 0x20 && previous === 0x20) return 'all';
    if (code >= 0x41 && code <= 0x5a) hasUpper = true;
    previous = code;
  }
  if (previous === 0x20 && text !== '') return 'all';
  return hasUpper ? 'lower' : 'nothing';
}

/** JavaScript has no full case folding: the way through upper case unites ß with ss, the last step ς with σ. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/**
 * What a text is compared as: two texts mean the same when their folds are equal.
 *
 * Unicode NFKC, then full case folding (`ß` = `ss`, `ς` = `σ`; the Turkish `ı` = `i`), then every run of
 * white space (also NO-BREAK SPACE, BOM and NEL) becomes one space and the ends are trimmed. Accents stay.
 * Idempotent. Text of white space alone folds to the empty text. Lone surrogates are kept as they are.
 *
 * Source: Unicode Standard, section 3.13 (caseless matching), UAX 15.
 *
 * @example foldText('  Ｎew\u00a0 YORK ') // 'new york'
 */
export function foldText(text: string): string {
  const effort = toEffort(text);
  if (effort === 'nothing') return text;
  if (effort === 'lower') return text.toLowerCase();
  const folded = foldCase(text.normalize('NFKC')).normalize('NFKC');
  return folded.replace(WHITE_SPACE, ' ').trim();
}
