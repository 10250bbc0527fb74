/**
 * A text as it stands inside an SQL pattern: its own percent signs, underscores and backslashes mean themselves.
 *
 * @example toLikeText('50 %') // '50 \\%'
 */
export function toLikeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
