import { foldText, type FieldDefinition } from '@likeness/core';
import type { Selectable } from 'kysely';
import type { AttributesTable, FormFieldsTable } from '../../db/tables.ts';

/** A field of a form as it is stored. */
export type FormFieldRow = Omit<Selectable<FormFieldsTable>, 'tenant_id' | 'form_id' | 'position' | 'folded_key'>;

/** What the tenant's dictionary says about one attribute. */
export type AttributeRow = Pick<Selectable<AttributesTable>, 'name' | 'aliases' | 'synonyms' | 'language'>;

/**
 * What do the answers of a form mean, with the form's own fields and the tenant's attributes taken together?
 *
 * A field means the attribute it names, else the attribute whose name or alias is the field's key, label or alias,
 * else one of its own, called like its key. Fields that mean one attribute become one definition: the first decides
 * type, delimiter and date order, the others add their names and missing tokens. What the form says goes before what
 * the dictionary says. Attributes that no field means stand by themselves, at the end.
 *
 * A label is another name of its field unless two fields share it, or it is a key or a name in its own right: two
 * questions called "Other" must not be taken for one.
 *
 * No fields and no attributes: an empty list.
 *
 * @example toFieldDefinitions([fieldWithKey('City')], [{ name: 'location', aliases: ['city'], synonyms: { NYC: 'New York' }, language: null }])
 * // [{ name: 'location', aliases: ['City', 'city'], type: 'text', missing: [], synonyms: { NYC: 'New York' } }]
 */
export function toFieldDefinitions(fields: readonly FormFieldRow[], attributes: readonly AttributeRow[]): FieldDefinition[] {
  const byName = indexByName(attributes);
  const ownLabels = findOwnLabels(fields, byName);
  const definitions = new Map<string, FieldDefinition>();
  const used = new Set<AttributeRow>();
  for (const field of fields) {
    const names = [field.key, ...(ownLabels.has(field) ? [field.label] : []), ...field.aliases];
    const attribute = (field.attribute === null ? names : [field.attribute]).map((name) => byName.get(foldText(name))).find(Boolean);
    if (attribute) used.add(attribute);
    const name = attribute?.name ?? field.attribute ?? field.key;
    const folded = foldText(name);
    const known = definitions.get(folded);
    definitions.set(folded, known ? addField(known, field, names) : toDefinition(name, field, names));
  }
  for (const definition of definitions.values()) addAttribute(definition, byName.get(foldText(definition.name)));
  return [...definitions.values(), ...attributes.filter((attribute) => !used.has(attribute)).map(toOwnDefinition)];
}

/** Names before aliases, and earlier attributes before later ones, should they ever claim the same. */
function indexByName(attributes: readonly AttributeRow[]): Map<string, AttributeRow> {
  const byName = new Map<string, AttributeRow>();
  const claims = [
    ...attributes.map((attribute) => [attribute.name, attribute] as const),
    ...attributes.flatMap((attribute) => attribute.aliases.map((alias) => [alias, attribute] as const)),
  ];
  for (const [name, attribute] of claims) {
    const folded = foldText(name);
    if (!byName.has(folded)) byName.set(folded, attribute);
  }
  return byName;
}

/** The fields whose label can mean nothing else. */
function findOwnLabels(fields: readonly FormFieldRow[], attributes: ReadonlyMap<string, AttributeRow>): Set<FormFieldRow> {
  const claims = new Map<string, Set<FormFieldRow>>();
  for (const field of fields) {
    for (const name of [field.key, field.label, field.attribute ?? field.key, ...field.aliases].map(foldText)) {
      claims.set(name, (claims.get(name) ?? new Set()).add(field));
    }
  }
  return new Set(
    fields.filter((field) => {
      const label = foldText(field.label);
      // An explicit attribute outweighs a label that happens to be another attribute's name.
      const isForeign = field.attribute !== null && attributes.has(label) && attributes.get(label) !== attributes.get(foldText(field.attribute));
      return label !== '' && claims.get(label)?.size === 1 && !isForeign;
    }),
  );
}

function toDefinition(name: string, field: FormFieldRow, names: string[]): FieldDefinition {
  return {
    name,
    aliases: names,
    type: field.type,
    missing: [...field.missing],
    ...(field.delimiter !== null && { delimiter: field.delimiter }),
    ...(field.date_order !== null && { dateOrder: field.date_order }),
    ...(field.language !== null && { language: field.language }),
  };
}

function addField(known: FieldDefinition, field: FormFieldRow, names: string[]): FieldDefinition {
  return {
    ...known,
    aliases: [...(known.aliases ?? []), ...names],
    missing: [...(known.missing ?? []), ...field.missing],
  };
}

function addAttribute(definition: FieldDefinition, attribute: AttributeRow | undefined): void {
  if (attribute === undefined) return;
  definition.aliases = [...(definition.aliases ?? []), ...attribute.aliases];
  definition.synonyms = attribute.synonyms;
  if (definition.language === undefined && attribute.language !== null) definition.language = attribute.language;
}

function toOwnDefinition(attribute: AttributeRow): FieldDefinition {
  return {
    name: attribute.name,
    aliases: [...attribute.aliases],
    synonyms: attribute.synonyms,
    ...(attribute.language !== null && { language: attribute.language }),
  };
}
