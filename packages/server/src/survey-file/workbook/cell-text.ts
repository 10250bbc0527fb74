/**
 * A worksheet cell as the text a CSV file would hold: dates ISO (`2019-12-27`, `2019-12-27T09:05:00`,
 * or `09:05:00` when the cell is only a time of day), numbers as plain decimals, booleans `true` and
 * `false`, an empty cell ''. Formula cells arrive with the text their program last computed.
 * Times are the workbook's own clock, in no time zone.
 */
export function toCellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return toDateText(value);
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? String(value) : '';
}

/**
 * A number as a worksheet stores it, without the noise of binary fractions and without an exponent.
 * Worksheets keep 15 significant digits; whole numbers are left as they are, so that long
 * identifiers lose nothing.
 *
 * @example toNumberText('0.9076000000000001') // '0.9076'
 * @example toNumberText('226.0') // '226'
 */
export function toNumberText(stored: string): string {
  const text = stored.trim();
  if (/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  const rounded = Number(number.toPrecision(15));
  const plain = String(rounded);
  return plain.includes('e') ? rounded.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : plain;
}

function toDateText(date: Date): string {
  // Serial dates are binary fractions of a day: 09:05:00 arrives as 09:04:59.999.
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(rounded.getTime())) return '';
  const text = rounded.toISOString();
  if (rounded.getUTCFullYear() < 1900) return text.slice(11, 19);
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19);
}
