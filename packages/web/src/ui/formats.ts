import { browserLanguages, language, toFormatLocale } from './i18n/language.ts';

/**
 * Numbers and dates as people of one locale read them. Texts with a sign, a percent or a range belong in `<Figure>`, which
 * keeps them left to right.
 */
export type Formats = {
  /** 3062 -> `3,062` */
  count(value: number): string;
  /** 1234567 -> `1.2 M`; under a million as `count`. The full number belongs in the title. */
  compactCount(value: number): string;
  /** A change: 246 -> `+246`, −56 -> `−56`, 0 -> `0` */
  change(value: number): string;
  /** 59.99 -> `60.0 %`, with a narrow space that does not break */
  percent(value: number): string;
  /** For figures of too few people: 50.4 -> `50 %` */
  percentWhole(value: number): string;
  /** [58.25, 61.72] -> `58.2–61.7 %` */
  percentRange(low: number, high: number): string;
  /** [31.4, 69.1] -> `31–69 %` */
  percentRangeWhole(low: number, high: number): string;
  /** A mean score: 58 -> `58.0` */
  score(value: number): string;
  /** The score of one response: 83.333 -> `83.33` */
  exactScore(value: number): string;
  /** A number with so many decimals, 2 without: 4.536 -> `4.54`. A minus is a minus, not a hyphen. */
  number(value: number, decimals?: number): string;
  /** [4.51, 4.57] -> `4.51–4.57`; with a negative end `−0.31 to 0.12` would be read as two ranges, so the dash has spaces there */
  range(low: number, high: number, decimals?: number): string;
  /** 73 -> `+73`, −4.6 -> `−5` */
  nps(value: number): string;
  /** [73, 57, 83] -> `+73 (+57 to +83)`, with the word for "to" given */
  npsWithRange(value: number, low: number, high: number, to: string): string;
  /** A calendar day, `2018-12-06` -> `6 Dec 2018`, whatever time zone the browser is in */
  day(day: string): string;
  /** `2018-12-06` -> `6 Dec` */
  dayOfYear(day: string): string;
  /** `2018-12-27` -> `Thu 27 Dec 2018` */
  weekday(day: string): string;
  /** `6 Dec 2018, 02:00`; in the browser's time zone without one */
  instant(at: Date, timeZone?: string): string;
  /** `6 Dec 2018, 02:00:00 GMT+1`: for what shows when a time is pointed at */
  instantWithZone(at: Date, timeZone?: string): string;
  /** Under a day `2 h ago`, else `6 Dec 2018`; a moment to come is "now". */
  age(at: Date, now: Date): string;
  /** 1536 -> `1.5 kB` */
  bytes(value: number): string;
  /** 4200 ms -> `4 s`, 95 s -> `1 min 35 s`, 2 h and more in hours and minutes; rounded to whole units */
  duration(ms: number): string;
};

const NARROW_SPACE = '\u202f';
const EN_DASH = '–';
const MINUS = '−';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MILLION = 1_000_000;

/**
 * Number and date formats of a locale; the browser's own without one. Digits and separators follow the locale, the
 * place of the percent sign is the product's.
 *
 * @example createFormats('en-GB').percent(59.99) // '60.0 %'
 */
export function createFormats(locale?: string): Formats {
  return { ...numberFormats(locale), ...dateFormats(locale), ...sizeFormats(locale) };
}

/** The formats of this page's language, in the region of the browser. */
export const formats = createFormats(toFormatLocale(language, browserLanguages()));

function numberFormats(locale: string | undefined) {
  const made = new Map<number, Intl.NumberFormat>();
  const fixed = (value: number, decimals: number): string => {
    const format = made.get(decimals) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    made.set(decimals, format);
    // Rounded first, so that −0.04 is 0.0 and not −0.0.
    const shown = Number(value.toFixed(decimals)) === 0 ? 0 : value;
    return `${shown < 0 ? MINUS : ''}${format.format(Math.abs(shown))}`;
  };
  const signed = (value: number): string => `${Math.round(value) > 0 ? '+' : ''}${fixed(value, 0)}`;
  const span = (low: number, high: number, decimals: number): string => {
    const dash = low < 0 || high < 0 ? ` ${EN_DASH} ` : EN_DASH;
    return `${fixed(low, decimals)}${dash}${fixed(high, decimals)}`;
  };
  return {
    count: (value: number) => fixed(value, 0),
    compactCount: (value: number) => (Math.abs(value) < MILLION ? fixed(value, 0) : `${fixed(Math.floor(value / (MILLION / 10)) / 10, 1)}${NARROW_SPACE}M`),
    change: signed,
    percent: (value: number) => `${fixed(value, 1)}${NARROW_SPACE}%`,
    percentWhole: (value: number) => `${fixed(value, 0)}${NARROW_SPACE}%`,
    percentRange: (low: number, high: number) => `${span(low, high, 1)}${NARROW_SPACE}%`,
    percentRangeWhole: (low: number, high: number) => `${span(low, high, 0)}${NARROW_SPACE}%`,
    score: (value: number) => fixed(value, 1),
    exactScore: (value: number) => fixed(value, 2),
    number: (value: number, decimals = 2) => fixed(value, decimals),
    range: (low: number, high: number, decimals = 2) => span(low, high, decimals),
    nps: signed,
    npsWithRange: (value: number, low: number, high: number, to: string) => `${signed(value)} (${signed(low)} ${to} ${signed(high)})`,
  };
}

function dateFormats(locale: string | undefined) {
  const dayFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  };
  const instant = (timeZone: string | undefined, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, ...(timeZone !== undefined && { timeZone }) });
  // Months by name: some languages write a medium date as figures with slashes, which turn round in a left-to-right label.
  const hasNames = /\p{L}{2}/u.test(new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(0));
  const day: Intl.DateTimeFormatOptions = hasNames ? { dateStyle: 'medium' } : { day: 'numeric', month: 'short', year: 'numeric' };
  const moment: Intl.DateTimeFormatOptions = hasNames ? { ...day, timeStyle: 'short' } : { ...day, hour: 'numeric', minute: '2-digit' };
  const here = { day: instant(undefined, day), instant: instant(undefined, moment) };
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' });
  const isEnglish = relative.resolvedOptions().locale.startsWith('en');
  // English regions disagree about these two ("2 hr ago", "2h ago"); the product writes them one way.
  const ago = (amount: number, unit: 'hour' | 'minute'): string =>
    isEnglish ? `${amount}${NARROW_SPACE}${unit === 'hour' ? 'h' : 'min'} ago` : relative.format(-amount, unit);
  return {
    day: dayFormat(day),
    dayOfYear: dayFormat({ day: 'numeric', month: 'short' }),
    weekday: dayFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    instant: (at: Date, timeZone?: string) =>
      (timeZone === undefined ? here.instant : instant(timeZone, moment)).format(at),
    instantWithZone: (at: Date, timeZone?: string) => instant(timeZone, { dateStyle: 'medium', timeStyle: 'long' }).format(at),
    age: (at: Date, now: Date) => {
      const passedMs = Math.max(0, now.getTime() - at.getTime());
      if (passedMs >= DAY_MS) return here.day.format(at);
      if (passedMs >= HOUR_MS) return ago(Math.floor(passedMs / HOUR_MS), 'hour');
      if (passedMs >= MINUTE_MS) return ago(Math.floor(passedMs / MINUTE_MS), 'minute');
      return relative.format(0, 'second');
    },
  };
}

function sizeFormats(locale: string | undefined) {
  const unit = (name: string, decimals = 0) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: decimals });
  const steps = [unit('byte'), unit('kilobyte', 1), unit('megabyte', 1), unit('gigabyte', 1)] as const;
  const [seconds, minutes, hours] = [unit('second'), unit('minute'), unit('hour')];
  return {
    bytes: (value: number) => {
      const power = value < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3));
      return (steps[power] ?? steps[0]).format(value / 1000 ** power);
    },
    duration: (ms: number) => {
      const total = Math.max(0, Math.round(ms / 1000));
      if (total < 60) return seconds.format(total);
      if (total < 3600) return `${minutes.format(Math.floor(total / 60))} ${seconds.format(total % 60)}`;
      return `${hours.format(Math.floor(total / 3600))} ${minutes.format(Math.floor((total % 3600) / 60))}`;
    },
  };
}
