type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * Chooses the form of a word that goes with a count, by the rules of a language (CLDR plural rules through `Intl`).
 *
 * `other` is used where a form is left out. `zero` stands for 0 in every language that gives it.
 *
 * @example pluralIn('en')(1, { one: '1 rule', other: '1 rules' }) // '1 rule'
 */
export function pluralIn(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => (count === 0 ? forms.zero : undefined) ?? forms[rules.select(count)] ?? forms.other;
}
