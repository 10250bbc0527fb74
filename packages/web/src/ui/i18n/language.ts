/** A language the web application speaks completely. */
export type Language = 'en' | 'ar';

/** Every language with its own name for itself and the direction it is written in. */
export const LANGUAGES: readonly { code: Language; name: string; direction: 'ltr' | 'rtl' }[] = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
];

const KEY = 'likeness.language';

/**
 * The language to speak: the one chosen before, else the first of the browser's that is spoken here, else English.
 *
 * @example chooseLanguage(null, ['ar-EG', 'en']) // 'ar'
 */
export function chooseLanguage(chosen: string | null, browserLanguages: readonly string[]): Language {
  const wanted = [chosen ?? '', ...browserLanguages].map((tag) => tag.split('-')[0]?.toLowerCase());
  return LANGUAGES.find(({ code }) => code === wanted.find((tag) => LANGUAGES.some((known) => known.code === tag)))?.code ?? 'en';
}

/**
 * The locale for numbers and dates: the browser's own region when it speaks this language, else the language's usual one.
 *
 * Arabic is written with the digits 0–9, as the data and the API have them.
 *
 * @example toFormatLocale('en', ['de-DE', 'en-GB']) // 'en-GB'
 */
export function toFormatLocale(language: Language, browserLanguages: readonly string[]): string {
  const regional = browserLanguages.find((tag) => tag.split('-')[0]?.toLowerCase() === language);
  const locale = regional ?? (language === 'en' ? 'en-GB' : language);
  return language === 'ar' ? `${locale.split('-u-')[0]}-u-nu-latn` : locale;
}

/** The language of this page; it stays the same until the page is opened anew. */
export const language: Language = chooseLanguage(readChosen(), browserLanguages());

/** Whether this page is written from right to left. */
export const isRightToLeft: boolean = LANGUAGES.some(({ code, direction }) => code === language && direction === 'rtl');

/** Keeps the choice in this browser and opens the page anew in that language. */
export function speak(chosen: Language): void {
  globalThis.localStorage?.setItem(KEY, chosen);
  globalThis.location.reload();
}

/** The languages that the browser's owner reads, best first, as far as they are well formed; none outside of a browser. */
export function browserLanguages(): readonly string[] {
  return (globalThis.navigator?.languages ?? []).filter(isLanguageTag);
}

/** Browsers on a machine without a language say `en-US@posix`, which `Intl` refuses. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

function readChosen(): string | null {
  // Only a page has storage, and some people forbid it.
  try {
    return globalThis.document === undefined ? null : globalThis.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
