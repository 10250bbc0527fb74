import { z } from 'zod';
import { Id, IdParams, Instant, JsonObject, PageQuery, WindowQuery } from './common.ts';
import { answer, json, operation } from './operation.ts';
import { Band, MappingRules, SHORT_RULES } from './rules.ts';

/** How firmly somebody must fit a persona to be counted. */
export const Level = z.enum(['match', 'strong', 'every_rule']).meta({
  id: 'Level',
  description: 'match: at or above the moderate band; strong: in the strong band; every_rule: passes every rule',
});

/** Ids of personas as text: `1,4`; an empty text is none at all. */
export const PersonaIdList = z
  .string()
  .max(1000)
  .regex(/^(\d{1,15}(,\d{1,15})*)?$/, 'must be ids with commas between, as 1,4, or nothing')
  .meta({ description: 'Ids of active personas with commas between, as `1,4`; empty: none of them' });

/** Whether the chosen personas are all that somebody may fit. */
export const WithOthers = z.stringbool().default(false).meta({
  description: 'With `persona_ids`: also those who fit other personas beside these, so that two ids are their overlap',
});

const Person = z
  .object({
    response_id: Id.meta({ description: 'Their latest response in the window: the one they are counted by' }),
    form_id: Id,
    respondent_id: Id.nullable().meta({ description: 'null: nobody said who answered' }),
    respondent_key: z.string().nullable(),
    submitted_at: Instant,
    response_data: JsonObject,
  })
  .meta({ id: 'Person', description: 'A respondent, by the latest response of the window' });

const ScoredPerson = Person.extend({ match_score: z.number(), band: Band, evidence: z.number() }).meta({ id: 'ScoredPerson' });
const MovedPerson = ScoredPerson.extend({ previous_score: z.number(), previous_band: Band }).meta({ id: 'MovedPerson' });

/** A page of people and how many there are in all. */
function peopleOf<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    count: z.int().meta({ description: 'How many respondents there are on all pages' }),
    next_cursor: z.string().nullable(),
  });
}

const PeopleQuery = PageQuery.extend(WindowQuery.shape);

const PERSON = {
  response_id: 12, form_id: 1, respondent_id: 3, respondent_key: 'customer-3',
  submitted_at: '2026-01-30T10:12:00.000Z', response_data: { age: 31, location: 'Leeds' },
};
const SCORED = { ...PERSON, match_score: 66.67, band: 'moderate' as const, evidence: 1 };

/** Who stands behind a number: every share of the dashboards leads to one of these lists. */
export const peopleOperations = {
  listPersonaPeople: operation({
    id: 'listPersonaPeople', method: 'GET', path: '/api/cx-personas/:id/people', tag: 'People', access: 'read',
    summary: 'The respondents behind a figure of one persona, latest response first',
    description:
      'Under the edition that the stored figures belong to. `set` and `rule` narrow together: `set=one_rule_short&rule=2` ' +
      'are those who pass every rule but the third. Items are in the order of their response ids, newest first.',
    params: IdParams,
    query: PeopleQuery.extend({
      set: z.enum(['everybody', 'match', 'strong', 'moderate', 'weak', 'every_rule', 'one_rule_short']).default('match').meta({
        description: 'one_rule_short: pass all rules but one',
      }),
      rule: z.coerce.number().int().min(0).max(10_000).optional().meta({ description: 'Position of a rule, from 0; with `outcome`' }),
      outcome: z.enum(['matched', 'unmatched', 'unanswered', 'not_matched']).default('not_matched').meta({
        description: 'What `rule` must say; not_matched: unmatched or unanswered',
      }),
    }),
    answers: { 200: answer('A page of people', peopleOf(ScoredPerson), { items: [SCORED], count: 31, next_cursor: null }) },
    errors: ['not_found', 'invalid_input', 'no_rules', 'over_capacity'],
  }),
  listPortfolioPeople: operation({
    id: 'listPortfolioPeople', method: 'GET', path: '/api/cx-personas/portfolio/people', tag: 'People', access: 'read',
    summary: 'The respondents behind a figure of the portfolio',
    description:
      'With `persona_ids`: who fits exactly these personas of the portfolio at this level and no other; `with_others=true`: whatever others they fit. ' +
      'Empty, or left out: the gap, those who fit none; with `level=strong` the strong gap. ' +
      'A persona that is not part of the portfolio answers not_found.',
    query: PeopleQuery.extend({ level: Level.default('match'), persona_ids: PersonaIdList.default(''), with_others: WithOthers }),
    answers: { 200: answer('A page of people', peopleOf(Person), { items: [PERSON], count: 443, next_cursor: null }) },
    errors: ['not_found', 'invalid_input', 'over_capacity'],
  }),
  listPreviewPeople: operation({
    id: 'listPreviewPeople', method: 'POST', path: '/api/cx-personas/preview/people', tag: 'People', access: 'read',
    summary: 'Who would enter, leave, become strong or cease to be under new rules; nothing is stored',
    description: 'The people that `difference` of a preview counts, each with the score now and the score before.',
    bodies: [
      json(
        z
          .object({
            mapping_rules: MappingRules,
            persona_id: Id,
            change: z.enum(['enter', 'leave', 'become_strong', 'lose_strong']),
            limit: z.int().min(1).max(100).default(25),
            cursor: z.string().max(2000).optional().meta({ description: '`next_cursor` of the page before' }),
          })
          .extend(WindowQuery.shape)
          .strict(),
        { mapping_rules: SHORT_RULES, persona_id: 1, change: 'enter' },
      ),
    ],
    answers: {
      200: answer('A page of people', peopleOf(MovedPerson), {
        items: [{ ...SCORED, match_score: 83.33, band: 'strong', previous_score: 60, previous_band: 'moderate' }], count: 246, next_cursor: null,
      }),
    },
    errors: ['not_found', 'invalid_input', 'invalid_rules', 'no_rules', 'over_capacity'],
  }),
};
