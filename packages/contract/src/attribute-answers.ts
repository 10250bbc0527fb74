import { z } from 'zod';
import { CustomerShare, Id, Instant, shortText, WindowQuery } from './common.ts';
import { FormField } from './forms.ts';
import { answer, json, operation } from './operation.ts';
import { Level } from './people.ts';
import { MappingRules, SHORT_RULES } from './rules.ts';

const AnswerType = FormField.shape.type.meta({
  id: 'AnswerType', description: 'As a form says, else as the answers look: number, date, boolean, multi, choice (at most 200 different answers) or text',
});

const HeldAttribute = z
  .object({
    attribute: z.string().meta({ description: 'The name that rules use' }),
    label: z.string().nullable().meta({ description: 'The question as asked, when a form says it' }),
    type: FormField.shape.type.nullable().meta({ description: 'As the forms declare it; null: no form declares it' }),
    role: z.enum(['demographic', 'channel', 'metric']).nullable(),
    is_personal: z.boolean(),
    form_ids: z.array(Id).meta({ description: 'Forms whose responses hold it' }),
    responses: z.int().meta({ description: 'Responses of these forms: how many could have answered it' }),
  })
  .meta({ id: 'HeldAttribute' });

const Counted = {
  respondents: z.int().meta({ description: 'Respondents who say so' }),
  matching: z.int().nullable().meta({ description: 'Of them those who fit at `level`; null without rules' }),
};

const AnswerBin = z
  .object({
    from: z.union([z.number(), z.string()]).meta({ description: 'First value of the bin: a number, or a day YYYY-MM-DD' }),
    to: z.union([z.number(), z.string()]).meta({ description: 'First value of the next bin: not in this one' }),
    ...Counted,
  })
  .meta({ id: 'AnswerBin' });

const AnswerCount = z.object({ value: z.string().meta({ description: 'As most people wrote it' }), ...Counted }).meta({ id: 'AnswerCount' });

const Distribution = z
  .object({
    attribute: z.string(),
    type: AnswerType,
    respondents: z.int().meta({ description: 'All respondents of the window: answered + missing + unreadable' }),
    answered: z.int().meta({ description: 'Respondents with an answer that could be read as its type' }),
    missing: z.int(),
    unreadable: z.int().meta({ description: 'Answers that are no number or date where the type wants one' }),
    matching: CustomerShare.nullable().meta({ description: 'Respondents of the window who fit at `level`; null without rules' }),
    smallest: z.union([z.number(), z.string()]).nullable(),
    median: z.union([z.number(), z.string()]).nullable(),
    largest: z.union([z.number(), z.string()]).nullable(),
    bins: z.array(AnswerBin).nullable().meta({ description: 'Numbers and dates: at most 60 bins of equal width (dates: days, weeks, months or years), without gaps' }),
    below: z.int().meta({ description: 'Set aside: so far below the others that the bins leave them out (3 quartile ranges)' }),
    above: z.int().meta({ description: 'Set aside above' }),
    values: z.array(AnswerCount).nullable().meta({
      description: 'Other types: most frequent first, then by text; a person with several choices counts in each. For text: the most frequent whole answers',
    }),
    distinct: z.int().meta({ description: 'How many different answers there are (after `search`)' }),
    as_of: Instant,
  })
  .meta({ id: 'Distribution' });

const HELD = {
  attribute: 'age', label: 'How old are you?', type: 'number' as const, role: 'demographic' as const, is_personal: false, form_ids: [1], responses: 120,
};

/** What the data hold, for whoever writes rules. */
export const attributeAnswerOperations = {
  listHeldAttributes: operation({
    id: 'listHeldAttributes', method: 'GET', path: '/api/attributes/held', tag: 'Dictionary', access: 'read',
    summary: 'Every attribute that the responses hold, across forms, by name',
    description:
      'Keys of responses that mean the same attribute are one. Whole, not paged: at most a few thousand. ' +
      'How many answered one, and what: POST /api/attributes/distribution.',
    query: z.object({ search: shortText(200).optional().meta({ description: 'Only those whose name or label contains this text' }) }),
    answers: { 200: answer('The attributes', z.object({ items: z.array(HeldAttribute), next_cursor: z.null() }), { items: [HELD], next_cursor: null }) },
    errors: ['invalid_input'],
  }),
  getDistribution: operation({
    id: 'getDistribution', method: 'POST', path: '/api/attributes/distribution', tag: 'Dictionary', access: 'read',
    summary: 'What respondents answer to one attribute, and how many of them fit a persona',
    description:
      'Respondents by their latest response in the window. With `persona_id` (the edition that its figures belong to) or `mapping_rules` (any) each bin and value ' +
      'also says how many of its respondents fit; `mapping_rules` win. An attribute nobody answered has only missing.',
    bodies: [
      json(
        z
          .object({
            attribute: shortText(200).min(1),
            persona_id: Id.optional(),
            mapping_rules: MappingRules.optional(),
            level: Level.default('match'),
            search: shortText(200).optional().meta({ description: 'Only values that contain this text, compared as rules compare' }),
            limit: z.int().min(1).max(1000).default(50).meta({ description: 'At most so many values' }),
          })
          .extend(WindowQuery.shape)
          .strict(),
        { attribute: 'age', mapping_rules: SHORT_RULES },
      ),
    ],
    answers: {
      200: answer('The answers', Distribution, {
        attribute: 'age', type: 'number', respondents: 100, answered: 96, missing: 4, unreadable: 0,
        matching: { persona_customers: 60, total_customers: 100, percentage: 60, interval: [50.2, 69.06] },
        smallest: 18, median: 34, largest: 71, bins: [{ from: 15, to: 20, respondents: 3, matching: 0 }, { from: 20, to: 25, respondents: 9, matching: 4 }],
        below: 0, above: 0, values: null, distinct: 44, as_of: '2026-01-31T09:00:00.000Z',
      }),
    },
    errors: ['not_found', 'invalid_input', 'invalid_rules', 'no_rules', 'over_capacity'],
  }),
};
