const PLAIN_DECIMAL = /^[+\-\u2212]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)$/u;

/**
 * Which number does this answer mean? null when it means none.
 *
 * A finite number is itself. A text is read after NFKC and trimming, when it is a plain decimal: optional sign
 * (`+`, `-`, or the minus sign U+2212), digits with or without correct thousands commas, optional fraction
 * after a point. Everything else is no number: exponents, units, currency, `1,5`, `12,00`, `5.`, words,
 * numbers beyond the range of a double, booleans.
 *
 * @example readNumber(' 1,200.5 ') // 1200.5
 * @example readNumber('about 30') // null
 */
export function readNumber(answer: string | number | boolean): number | null {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : null;
  if (typeof answer === 'boolean') return null;
  const text = answer.normalize('NFKC').trim();
  if (!PLAIN_DECIMAL.test(text)) return null;
  const value = Number(text.replaceAll(',', '').replace('\u2212', '-'));
  return Number.isFinite(value) ? value : null;
}
