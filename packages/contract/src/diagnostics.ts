import { z } from 'zod';
import { CustomerShare, Id, IdParams, Instant, Said, WindowQuery } from './common.ts';
import { answer, operation } from './operation.ts';

const RuleDiagnosis = z
  .object({
    label: z.string(),
    attributes: z.array(z.string()).meta({ description: 'What the rule asks about' }),
    weight: z.number(),
    required: z.boolean(),
    passes: CustomerShare.meta({ description: 'Respondents who pass the rule' }),
    unanswered: z.int().meta({ description: 'Respondents who did not answer it' }),
    goes_with_others: z.number().nullable().meta({
      description: 'Corrected item-rest correlation, -1..1: does passing it go with the weight of the other rules? null when either never varies',
    }),
    information_bits: z.number().nullable().meta({
      description: 'What it tells about being strong on the other rules, in bits, corrected for chance; null below 30 respondents',
    }),
    says: z.enum(['too_few', 'always_passes', 'never_passes', 'against', 'little', 'carries']).meta({
      description:
        'In a word, first that fits: too_few below 30 respondents; always_passes / never_passes carry weight but tell nothing; ' +
        'against: correlation below 0; little: below 0.2; carries: from 0.2. The cut-off is a convention of psychometrics.',
    }),
    match_if_waived: z.int().meta({ description: 'Respondents who do not match and would if it were credited' }),
    strong_if_waived: z.int().meta({ description: 'Respondents who are not strong and would be if it were credited: whom it shuts out' }),
    strong_if_deleted: z.int().meta({
      description: 'Signed change of strong respondents if it were taken out and the other weights were all; may be negative',
    }),
    only_one_missed: z.int().meta({ description: 'Respondents who pass every rule but this one' }),
  })
  .meta({ id: 'RuleDiagnosis', description: 'Counts respondents, by their latest response in the window' });

const RulePair = z
  .object({
    a: z.int().meta({ description: 'Position of a rule, from 0' }),
    b: z.int(),
    both: z.int(),
    phi: z.number().nullable(),
    jaccard: z.number(),
    sentence: z.string(),
    said: Said,
  })
  .meta({ id: 'RulePair', description: 'Two rules that pick nearly the same people: Jaccard from 0.9, or each implies the other from 0.95' });

/** How the rules work together over the respondents of a window. */
export const Diagnostics = z
  .object({
    respondents: z.int(),
    rules: z.array(RuleDiagnosis),
    strictest_rule: z.int().nullable().meta({ description: 'Position of the rule whose waiver would make most respondents strong' }),
    one_rule_short: CustomerShare.meta({ description: 'Respondents who pass every rule but one' }),
    match_but_for_one: CustomerShare.meta({ description: 'Respondents who do not match, and would if some single rule were credited' }),
    strong_but_for_one: CustomerShare.meta({ description: 'Respondents who are not strong, and would be if some single rule were credited' }),
    counted_twice: z.array(RulePair),
  })
  .meta({ id: 'Diagnostics' });

const share = (count: number, interval: [number, number]) => ({ persona_customers: count, total_customers: 100, percentage: count, interval });

export const DIAGNOSTICS_EXAMPLE = {
  respondents: 100,
  rules: [{
    label: 'age', attributes: ['age'], weight: 1, required: false, passes: share(58, [48.21, 67.2]), unanswered: 4, goes_with_others: 0.31,
    information_bits: 0.071, says: 'carries' as const, match_if_waived: 9, strong_if_waived: 12, strong_if_deleted: -3, only_one_missed: 8,
  }],
  strictest_rule: 0,
  one_rule_short: share(23, [15.84, 32.15]),
  match_but_for_one: share(19, [12.51, 27.78]),
  strong_but_for_one: share(26, [18.4, 35.37]),
  counted_twice: [],
};

export const diagnosticsOperations = {
  getDiagnostics: operation({
    id: 'getDiagnostics', method: 'GET', path: '/api/cx-personas/:id/diagnostics', tag: 'Analytics', access: 'read',
    summary: 'Which rules carry the persona, which keep people out, and who is one rule short',
    description:
      'Of the edition that the stored figures belong to (the newest before the first calculation). For rules that are not stored: ' +
      'a preview that includes `diagnostics`. Who is behind a count: /people with `set=one_rule_short` or `rule` and `outcome`.',
    params: IdParams, query: WindowQuery,
    answers: {
      200: answer('The rules', Diagnostics.extend({ persona_id: Id, edition: z.int(), as_of: Instant }).meta({ id: 'PersonaDiagnostics' }), {
        ...DIAGNOSTICS_EXAMPLE, persona_id: 1, edition: 1, as_of: '2026-01-31T09:00:00.000Z',
      }),
    },
    errors: ['not_found', 'invalid_input', 'no_rules', 'over_capacity'],
  }),
};
