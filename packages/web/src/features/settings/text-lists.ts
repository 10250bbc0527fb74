/**
 * Texts that were typed with commas between; empty ones and repetitions are left out.
 *
 * @example toList('NA, n/a,, NA') // ['NA', 'n/a']
 */
export function toList(text: string): string[] {
  return [...new Set(text.split(',').map((part) => part.trim()).filter((part) => part !== ''))];
}

/**
 * Spellings and what they stand for, one a line as `NYC = New York`. A line without both sides is left out; of a spelling
 * that stands twice the last counts.
 *
 * @example toSynonyms('NYC = New York') // { NYC: 'New York' }
 */
export function toSynonyms(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    const [from, to] = [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1).trim()];
    return at === -1 || from === '' || to === '' ? [] : [[from, to] as const];
  });
  return Object.fromEntries(pairs);
}

/** The other way round, one synonym a line. */
export function fromSynonyms(synonyms: Readonly<Record<string, string>>): string {
  return Object.entries(synonyms).map(([from, to]) => `${from} = ${to}`).join('\n');
}
