/**
 * Is this a language tag of BCP 47? Well-formed is enough: nobody keeps a list of all languages.
 *
 * @example isLanguageTag('pt-BR') // true
 * @example isLanguageTag('English, please') // false
 */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
