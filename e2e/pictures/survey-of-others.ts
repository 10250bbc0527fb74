import fs from 'node:fs';

type Rule = { column: string; type: string; values?: string[]; min?: number; max?: number };
type Field = { key: string; label?: string | null };
type Draft = { name: string; description: string; status: 'active'; mapping_rules: { rules: { attribute: string; is: object }[] } };

/** Personas that somebody wrote beside a public survey, in our rules. Columns are found by the question as asked. */
export function toMappingRules(file: string, fields: readonly Field[]): Draft[] {
  const { personas } = JSON.parse(fs.readFileSync(file, 'utf8')) as { personas: { name: string; description: string; rules: Rule[] }[] };
  const keyOf = (column: string): string => fields.find(({ label }) => label?.trim() === column.trim())?.key ?? column.trim();
  return personas.map(({ name, description, rules }) => ({
    name, description, status: 'active', mapping_rules: { rules: rules.map((rule) => ({ attribute: keyOf(rule.column), is: toTest(rule) })) },
  }));
}

function toTest({ type, values = [], min, max }: Rule): object {
  if (type === 'range') return { between: [min ?? null, max ?? null] };
  if (type === 'one_of') return { in: values };
  if (type === 'multi_all') return { allOf: values };
  return type === 'text_contains_any' ? { contains: values } : { anyOf: values };
}
