/** Numbers and dates as people of one locale read them. */
export type Formats = {
  /** 3062 -> `3,062` */
  count(value: number): string;
  /** 59.99 -> `60.0 %`, with a narrow space that does not break */
  percent(value: number): string;
  /** [58.25, 61.72] -> `58.2–61.7 %` */
  percentRange(low: number, high: number): string;
  /** A mean score: 58 -> `58.0` */
  score(value: number): string;
  /** `6 Dec 2018, 02:00` */
  instant(at: Date): string;
  /** Under a day `2 hours ago`, else `6 Dec 2018`; a moment to come is "now". */
  age(at: Date, now: Date): string;
};

const NARROW_SPACE = '\u202f';
const EN_DASH = '–';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Number and date formats of a locale; the browser's own without one. Digits and separators follow the locale, the
 * place of the percent sign is the product's.
 *
 * @example createFormats('en-GB').percent(59.99) // '60.0 %'
 */
export function createFormats(locale?: string): Formats {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    count: (value) => whole.format(value),
    percent: (value) => `${tenth.format(value)}${NARROW_SPACE}%`,
    percentRange: (low, high) => `${tenth.format(low)}${EN_DASH}${tenth.format(high)}${NARROW_SPACE}%`,
    score: (value) => tenth.format(value),
    instant: (at) => instant.format(at),
    age: (at, now) => {
      const passedMs = Math.max(0, now.getTime() - at.getTime());
      if (passedMs >= DAY_MS) return day.format(at);
      if (passedMs >= HOUR_MS) return relative.format(-Math.floor(passedMs / HOUR_MS), 'hour');
      if (passedMs >= MINUTE_MS) return relative.format(-Math.floor(passedMs / MINUTE_MS), 'minute');
      return relative.format(0, 'second');
    },
  };
}

/** The formats of the browser's language. */
export const formats = createFormats();
