/**
 * What a tenant has said about its fields: which keys mean the same attribute, how a cell is read,
 * which values are synonyms. Rules never look at a raw key: they go through the dictionary.
 */

export type FieldType = 'text' | 'number' | 'date' | 'choice' | 'multi' | 'boolean';

/** One attribute as a tenant or a personas file declares it. All but `name` may be left out. */
export type FieldDefinition = {
  /** Canonical attribute name. Compared after folding. */
  name: string;
  type?: FieldType;
  /** Other keys that mean this attribute (`respondent_age` for `age`). Compared after folding. */
  aliases?: string[];
  /** What separates the values of a multi-value answer given as text, `", "` for example. Never splits inside parentheses. */
  delimiter?: string;
  /** Answers that mean "no answer" (`unknown`, `99`). Compared after folding. Empty text always does. */
  missing?: string[];
  /** Spelling -> canonical value (`NYC` -> `New York`). Both sides are folded. */
  synonyms?: Record<string, string>;
  /** Language of free text, as BCP 47 (`en`, `de`). Decides the stemmer of `mentions`. */
  language?: string;
};
