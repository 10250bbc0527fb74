/**
 * What a tenant has said about its fields: which keys mean the same attribute, how a cell is read,
 * which values are synonyms. Rules never look at a raw key: they go through the dictionary.
 */
import { foldText } from './fold-text.ts';
import type { DateOrder } from './read-date.ts';

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
  /** Order of day, month and year in dates that are not ISO. Without it only ISO dates are read. */
  dateOrder?: DateOrder;
};

/** A field ready for reading: every text in it is folded. */
export type Field = {
  /** Folded canonical name, then the folded aliases in declared order. */
  readonly names: readonly [string, ...string[]];
  readonly type: FieldType | null;
  /** null: an answer given as text is one value. */
  readonly delimiter: string | null;
  readonly missing: ReadonlySet<string>;
  readonly synonyms: ReadonlyMap<string, string>;
  readonly language: string;
  readonly dateOrder: DateOrder | null;
};

/** What is wrong with a field definition, and what would be right. `path` is like `fields[2].aliases[0]`. */
export type FieldError = { path: string; code: 'empty_name' | 'name_taken' | 'empty_delimiter'; message: string };

/**
 * All fields by every folded name that means them.
 *
 * `errors` is empty when the definitions agree; otherwise the first field that claimed a name keeps it.
 */
export type Dictionary = { readonly byName: ReadonlyMap<string, Field>; readonly errors: readonly FieldError[] };

const DEFAULT_LANGUAGE = 'en';

function toField(definition: FieldDefinition, names: readonly [string, ...string[]]): Field {
  const synonyms = Object.entries(definition.synonyms ?? {});
  return {
    names,
    type: definition.type ?? null,
    delimiter: definition.delimiter === undefined || definition.delimiter === '' ? null : definition.delimiter,
    missing: new Set((definition.missing ?? []).map(foldText)),
    synonyms: new Map(synonyms.map(([spelling, value]) => [foldText(spelling), foldText(value)])),
    language: definition.language ?? DEFAULT_LANGUAGE,
    dateOrder: definition.dateOrder ?? null,
  };
}

/** Which position in `fields` owns each folded name. Canonical names are settled before any alias. */
function claimNames(fields: readonly FieldDefinition[], errors: FieldError[]): Map<string, number> {
  const owners = new Map<string, number>();
  const claim = (text: string, index: number, path: string): void => {
    const name = foldText(text);
    const owner = owners.get(name);
    if (name === '') {
      errors.push({ path, code: 'empty_name', message: 'A field needs a name that is more than white space.' });
    } else if (owner === undefined) {
      owners.set(name, index);
    } else if (owner !== index) {
      const message = `"${text}" already means the field "${fields[owner]?.name ?? ''}". A name can mean one field only.`;
      errors.push({ path, code: 'name_taken', message });
    }
  };
  fields.forEach((field, index) => claim(field.name, index, `fields[${index}].name`));
  fields.forEach((field, index) => {
    field.aliases?.forEach((alias, position) => claim(alias, index, `fields[${index}].aliases[${position}]`));
  });
  return owners;
}

/**
 * Builds the dictionary that rules and answers are read through.
 *
 * Never throws: two fields that claim one name, an empty name or an empty delimiter are listed in `errors`, and the
 * rest still works (the first claim on a name stands, canonical names before aliases). No fields: an empty
 * dictionary, under which every attribute means the key of the same folded name.
 *
 * @example compileDictionary([{ name: 'age', aliases: ['respondent_age'] }]).errors // []
 */
export function compileDictionary(fields: readonly FieldDefinition[]): Dictionary {
  const errors: FieldError[] = [];
  const owners = claimNames(fields, errors);
  const byName = new Map<string, Field>();
  fields.forEach((definition, index) => {
    if (definition.delimiter === '') {
      const message = 'An empty delimiter separates nothing: name what stands between the values, or leave it out.';
      errors.push({ path: `fields[${index}].delimiter`, code: 'empty_delimiter', message });
    }
    const texts = [definition.name, ...(definition.aliases ?? [])];
    const [first, ...others] = new Set(texts.map(foldText).filter((name) => owners.get(name) === index));
    if (first === undefined) return;
    const field = toField(definition, [first, ...others]);
    for (const name of field.names) byName.set(name, field);
  });
  return { byName, errors };
}

/**
 * Which field does an attribute mean? A field of its own, with nothing declared, when the dictionary has none.
 *
 * Cost: one fold and one lookup.
 *
 * @example resolveField(compileDictionary([{ name: 'age', aliases: ['years'] }]), 'Years').names[0] // 'age'
 */
export function resolveField(dictionary: Dictionary, attribute: string): Field {
  const name = foldText(attribute);
  return dictionary.byName.get(name) ?? toField({ name: attribute }, [name]);
}

/** Does one answer of this field hold several values? Decides what a list in the short form means. */
export function isMultiValued(field: Field): boolean {
  return field.type === 'multi' || (field.type === null && field.delimiter !== null);
}
