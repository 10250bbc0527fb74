import { z } from 'zod';

/** Pairs of personas are reported one by one: 200 personas have 19,900. */
const MOST_PERSONAS = 200;

const Text = z.string('Expected a text.').trim().min(1, 'Expected a text that is more than white space.');
const Texts = z.array(Text, 'Expected a list of texts.');
const Token = z.union([z.string(), z.number()], 'Expected a text or a number.');

const Field = z.strictObject(
  {
    type: z.enum(['text', 'number', 'date', 'choice', 'multi', 'boolean'], 'Expected "text", "number", "date", "choice", "multi" or "boolean".').optional(),
    delimiter: z.string('Expected a text such as ", ".').min(1, 'An empty delimiter separates nothing: name what stands between the values, or leave it out.').optional(),
    missing: z.array(Token, 'Expected a list of the answers that mean "no answer", such as ["unknown", -1].').optional(),
    aliases: Texts.optional(),
    synonyms: z.record(z.string(), Text, 'Expected spellings and what they mean, such as {"NYC": "New York"}.').optional(),
    language: Text.optional(),
    date_order: z.enum(['mdy', 'dmy', 'ymd'], 'Expected "mdy", "dmy" or "ymd".').optional(),
  },
  { error: unknownKeys('a field', 'type, delimiter, missing, aliases, synonyms, language and date_order') },
);

const Bound = z.number('Expected a number.');

const Metric = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({ field: Text, kind: z.literal('nps') }, { error: unknownKeys('an NPS (its scale is always 0 to 10)', 'field and kind') }),
      z.strictObject({ field: Text, kind: z.literal('mean'), min: Bound.optional(), max: Bound.optional() }, { error: unknownKeys('a mean', 'field, kind, min and max') }),
      z.strictObject(
        { field: Text, kind: z.literal('share'), value: z.union([Text, z.number(), z.boolean()], 'Expected the answer that is counted.') },
        { error: unknownKeys('a share', 'field, kind and value') },
      ),
    ],
    { error: (issue) => (issue.code === 'invalid_union' ? 'Expected "nps", "mean" or "share".' : 'Expected an object such as {"field": "q7", "kind": "nps"}.') },
  )
  .refine((metric) => metric.kind !== 'mean' || (metric.min ?? -Infinity) <= (metric.max ?? Infinity), 'min is above max.');

/** Mapping rules are null where a persona was exported before it had any; what else an export says is not used here. */
const Persona = z.strictObject(
  {
    name: Text,
    mapping_rules: z.record(z.string(), z.unknown(), 'Expected mapping rules, such as {"age": {"min": 25, "max": 40}}.').nullable(),
    description: z.unknown().optional(),
    status: z.unknown().optional(),
    tags: z.unknown().optional(),
    card: z.unknown().optional(),
    sync_config: z.unknown().optional(),
  },
  { error: unknownKeys('a persona', 'name and mapping_rules') },
);

/** The shape of a personas file, mapping rules excepted: `parseRuleSet` reads those. */
export const PersonasFileSchema = z.strictObject(
  {
    fields: z.record(z.string(), Field, 'Expected fields by name, such as {"goals": {"type": "multi", "delimiter": ", "}}.').optional(),
    respondent: Text.optional(),
    metrics: z.record(Text, Metric, 'Expected metrics by name, such as {"nps": {"field": "q7", "kind": "nps"}}.').optional(),
    personas: z
      .array(Persona, 'Expected a list of personas, each {"name": ..., "mapping_rules": ...}.')
      .min(1, 'There are no personas.')
      .max(MOST_PERSONAS, `There are more than ${MOST_PERSONAS} personas.`),
  },
  { error: unknownKeys('a personas file', 'fields, respondent, metrics and personas') },
);

export type FieldInput = z.infer<typeof Field>;
export type MetricInput = z.infer<typeof Metric>;

function unknownKeys(what: string, known: string) {
  return (issue: z.core.$ZodRawIssue): string => {
    if (issue.code !== 'unrecognized_keys') return `Expected an object: ${what} has ${known}.`;
    const keys = issue.keys.map((key) => JSON.stringify(key)).join(', ');
    return `Unknown ${issue.keys.length > 1 ? 'keys' : 'key'} ${keys}: ${what} has ${known}.`;
  };
}
