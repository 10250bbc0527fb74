/**
 * An answer as people read it: several answers with semicolons between, nothing as an empty text, anything deeper as JSON.
 *
 * @example toAnswerText(['Web', 'Email']) // 'Web; Email'
 */
export function toAnswerText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toAnswerText).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
