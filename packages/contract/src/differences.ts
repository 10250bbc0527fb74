import { z } from 'zod';
import { CustomerShare, Id, IdParams, Instant, Interval, JsonObject, shortText, WindowQuery } from './common.ts';
import { answer, json, operation } from './operation.ts';
import { Level, PersonaIdList } from './people.ts';

/** Two groups of respondents on one statement. */
const Comparison = z.object({
  people: CustomerShare.meta({ description: 'Of these people: how many say so, of how many who answered' }),
  others: CustomerShare.meta({ description: 'Of everybody else' }),
  difference: z.number().nullable().meta({ description: 'people - others, in percentage points; null when one side has nobody' }),
  interval: Interval.nullable().meta({ description: '95 % interval of the difference in points (Newcombe, from two Wilson intervals)' }),
  says: z.enum(['more', 'fewer', 'same', 'too_few', 'not_asked']).meta({
    description:
      'more / fewer than the others when the interval leaves out 0, else same; too_few when one side has fewer than 30 who answered; ' +
      'not_asked when nobody answered',
  }),
});

const Claim = z
  .object({
    attribute: shortText(200).min(1),
    is: JsonObject.meta({ description: 'A test of the rule language, as `{"in": ["London"]}`, `{"between": [25, 40]}` or `{"mentions": ["error"]}`' }),
  })
  .strict()
  .meta({ id: 'Claim', description: 'What a persona card claims about its people, as a test on one attribute' });

const ClaimEvidence = Comparison.extend({
  attribute: z.string(),
  is: JsonObject,
  wording: z.enum(['say so', 'mention it']).meta({ description: 'mention it: a test of free text, where silence is no denial' }),
  rule: z.int().nullable().meta({ description: 'Position of the first rule of the persona that asks about the same attribute: the claim holds by definition, in part' }),
}).meta({ id: 'ClaimEvidence' });

const DifferingAnswer = Comparison.extend({
  attribute: z.string(),
  label: z.string().nullable().meta({ description: 'The question as asked, when a form says it' }),
  role: z.enum(['demographic', 'channel', 'metric']).nullable(),
  answer: z.string().meta({ description: 'The answer, or the range of numbers or days: `25 to 34`' }),
  is: JsonObject.meta({ description: 'The same as a test of the rule language: ready for a rule or a claim' }),
  p_adjusted: z.number().meta({ description: 'p of the difference after Benjamini-Hochberg over all answers compared' }),
  rule: z.int().nullable().meta({ description: 'Position of the first rule about this attribute; null: no rule asks for it' }),
}).meta({ id: 'DifferingAnswer' });

const Differences = z
  .object({
    people: z.int().meta({ description: 'Respondents looked at' }),
    others: z.int(),
    compared: z.int().meta({ description: 'Answers compared: the number of tests that p_adjusted makes up for' }),
    attributes_left_out: z.array(z.string()).meta({
      description: 'Not compared: personal data, free text and ids (more than 200 different answers), with `beyond_rules` what rules ask about, and attributes beyond the first hundred',
    }),
    items: z.array(DifferingAnswer).meta({ description: 'Largest difference first; only those whose interval leaves out 0, with p_adjusted below 0.1 and at least 30 answers on both sides. Of a question with two answers only the one that the people give more often' }),
    as_of: Instant,
  })
  .meta({ id: 'Differences' });

const DifferencesQuery = WindowQuery.extend({
  level: Level.default('match'),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  beyond_rules: z.stringbool().default(false).meta({
    description: 'Leave out what the rules themselves ask about, which differs by definition',
  }),
});

const share = (count: number, total: number, percentage: number, interval: [number, number]) => ({
  persona_customers: count, total_customers: total, percentage, interval,
});
const COMPARISON = {
  people: share(48, 60, 80, [68.22, 88.17]), others: share(20, 40, 50, [35.2, 64.8]),
  difference: 30, interval: [11.12, 46.91] as [number, number], says: 'more' as const,
};
const DIFFERENCES = {
  people: 60, others: 40, compared: 35, attributes_left_out: ['comments'],
  items: [{
    ...COMPARISON, attribute: 'plan', label: 'Which plan do you use?', role: null, answer: 'pro', is: { in: ['pro'] }, p_adjusted: 0.0412, rule: null,
  }],
  as_of: '2026-01-31T09:00:00.000Z',
};

/** What people say, against everybody else. */
export const differenceOperations = {
  getEvidence: operation({
    id: 'getEvidence', method: 'POST', path: '/api/cx-personas/:id/evidence', tag: 'Analytics', access: 'read',
    summary: 'Do the claims of a persona card hold for the people who match it, more than for the others?',
    description:
      'Each claim is counted among the respondents who fit the persona at `level` and among all others, by their latest response, of those who answered. ' +
      'Nothing is stored. The rules are those of the edition that the stored figures belong to (the newest before the first calculation).',
    params: IdParams,
    bodies: [
      json(
        z
          .object({ claims: z.array(Claim).min(1).max(100), level: Level.default('match') })
          .extend(WindowQuery.shape)
          .strict(),
        { claims: [{ attribute: 'plan', is: { in: ['pro'] } }] },
      ),
    ],
    answers: {
      200: answer(
        'The claims, in their order',
        z
          .object({ persona_id: Id, edition: z.int(), level: Level, people: z.int(), others: z.int(), claims: z.array(ClaimEvidence), as_of: Instant })
          .meta({ id: 'Evidence' }),
        {
          persona_id: 1, edition: 1, level: 'match', people: 60, others: 40,
          claims: [{ ...COMPARISON, attribute: 'plan', is: { in: ['pro'] }, wording: 'say so', rule: null }], as_of: '2026-01-31T09:00:00.000Z',
        },
      ),
    },
    errors: ['not_found', 'invalid_input', 'invalid_rules', 'no_rules', 'over_capacity'],
  }),
  getPersonaDifferences: operation({
    id: 'getPersonaDifferences', method: 'GET', path: '/api/cx-personas/:id/differences', tag: 'Analytics', access: 'read',
    summary: 'What sets the people of a persona apart from everybody else',
    description: 'Answers of all choice, multi-select, boolean, number and date questions; numbers and dates in at most eight ranges of equal size.',
    params: IdParams, query: DifferencesQuery,
    answers: { 200: answer('The differing answers', Differences, DIFFERENCES) },
    errors: ['not_found', 'invalid_input', 'no_rules', 'over_capacity'],
  }),
  getPortfolioDifferences: operation({
    id: 'getPortfolioDifferences', method: 'GET', path: '/api/cx-personas/portfolio/differences', tag: 'Analytics', access: 'read',
    summary: 'What sets the people apart whom no persona stands for',
    description: 'With `persona_ids`: those who fit exactly these personas at this level and no other. Empty, or left out: the gap.',
    query: DifferencesQuery.extend({ persona_ids: PersonaIdList.default('') }),
    answers: { 200: answer('The differing answers', Differences, DIFFERENCES) },
    errors: ['not_found', 'invalid_input', 'over_capacity'],
  }),
};
