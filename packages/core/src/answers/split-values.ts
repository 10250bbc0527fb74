const OPENING = '(（';
const CLOSING = ')）';

/** For each position: 1 when it lies inside a closed pair of parentheses, else 0. null: there are no pairs. */
function findProtected(text: string): Int8Array | null {
  if (!text.includes(')') && !text.includes('）')) return null;
  const steps = new Int8Array(text.length);
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (OPENING.includes(character)) open.push(index);
    if (!CLOSING.includes(character)) continue;
    const start = open.pop();
    if (start === undefined) continue;
    steps[start] = 1;
    steps[index] = -1;
  }
  let depth = 0;
  return steps.map((step) => {
    depth += step;
    return depth > 0 ? 1 : 0;
  });
}

/**
 * Which values does a delimited text hold?
 *
 * The delimiter is taken exactly as declared: `", "` does not split "1,200" and not "a,b". It never splits inside
 * a closed pair of parentheses, plain or full-width; a parenthesis that is never closed is ordinary text.
 * Values are trimmed, empty ones dropped, order and repetitions kept. An empty delimiter does not split.
 *
 * Cost: linear in the text.
 *
 * @example splitValues('R, Doctorate (PhD, EdD), ', ', ') // ['R', 'Doctorate (PhD, EdD)']
 */
export function splitValues(text: string, delimiter: string): string[] {
  const values: string[] = [];
  const keep = (value: string): void => {
    const trimmed = value.trim();
    if (trimmed !== '') values.push(trimmed);
  };
  if (delimiter === '' || !text.includes(delimiter)) {
    keep(text);
    return values;
  }
  const isProtected = findProtected(text);
  let start = 0;
  let at = text.indexOf(delimiter);
  while (at !== -1) {
    if (isProtected?.[at] === 1) {
      at = text.indexOf(delimiter, at + 1);
      continue;
    }
    keep(text.slice(start, at));
    start = at + delimiter.length;
    at = text.indexOf(delimiter, start);
  }
  keep(text.slice(start));
  return values;
}
