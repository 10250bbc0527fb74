import { operations } from '@likeness/contract';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../db/tables.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { addPersona, addResponses, makeSmallSurvey, makeTenant } from '../analytics/small-survey.testing.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { createAttributeAnswerService } from './attribute-answers.service.ts';
import { createDiagnosticsService } from './diagnostics.service.ts';
import { createDifferenceService } from './differences.service.ts';
import { createEvidenceService } from './evidence.service.ts';
import { createPeopleService } from './people.service.ts';

const db = await testDatabase();
const frames = testFrames(db);
const clock = fakeClock('2026-04-01T09:00:00Z');
const people = createPeopleService({ db, frames });
const diagnostics = createDiagnosticsService({ db, clock, frames });
const evidence = createEvidenceService({ db, clock, frames });
const differences = createDifferenceService({ db, clock, frames });
const answers = createAttributeAnswerService({ db, clock, frames });
const theirs = await makeSmallSurvey(db, 2);
const { caller, maya, tom, responseIds } = await makeSmallSurvey(db, 1);
const PAGE = { limit: 25, set: 'everybody' as const, outcome: 'not_matched' as const };
const idsOf = ({ items }: { items: { response_id: number }[] }): number[] => items.map(({ response_id }) => responseIds.indexOf(response_id));

/** A hundred people: 40 are of plan pro and in London; tenure goes with the plan, colour with nothing. */
const crowd = await makeTenant(db, 3);
const crowdPersona = await addPersona(db, 3, 'Pro', { plan: ['pro'], city: ['London'] });
const CROWD: JsonObject[] = Array.from({ length: 100 }, (_, index) => ({
  plan: index < 40 ? 'pro' : 'free', city: index < 40 ? 'London' : 'Leeds', tenure: index < 40 ? 20 + (index % 5) : index % 10,
  colour: index % 2 === 0 ? 'red' : 'blue', since: index < 40 ? '2020-05-01' : '2024-05-01', tools: index % 4 === 0 ? ['R', 'Excel'] : ['R'],
  comment: index < 30 ? `The ${index} errors are confusing` : `Fine ${index}`, email: `person${index}@example.com`, note: index % 50 === 0 ? '' : `note ${index % 2}`,
}));
await withTenant(db, 3, async (trx) => {
  const field = { tenant_id: 3, form_id: crowd.formIds[0] ?? 0, label: '', attribute: null, delimiter: null, date_order: null, language: null, role: null };
  await trx.insertInto('form_fields').values([
    { ...field, position: 0, key: 'email', folded_key: 'email', type: 'text', is_personal: true },
    { ...field, position: 1, key: 'tenure', folded_key: 'tenure', type: 'number', label: 'For how many months?', role: 'demographic' },
  ]).execute();
});
await addResponses(db, 3, crowd.formIds[0] ?? 0, CROWD.map((data) => ({ who: null, at: '2026-01-01T00:00:00Z', data })));
await calculateScores(frames, 3, { personaIds: null });

describe('the people behind a number', () => {
  it('are listed by what a persona says of them, newest first, page by page', async () => {
    const all = await people.listPersonaPeople(caller, maya, PAGE);
    expect(operations.listPersonaPeople.answers[200].schema.parse(all)).toEqual(all);
    expect([idsOf(all), all.count, all.next_cursor]).toEqual([[5, 4, 3, 2, 1], 5, null]);
    expect(all.items[3]).toMatchObject({ respondent_key: 'ben', match_score: 66.67, band: 'moderate', evidence: 2 / 3 });
    const first = await people.listPersonaPeople(caller, maya, { ...PAGE, limit: 2 });
    const second = await people.listPersonaPeople(caller, maya, { ...PAGE, limit: 2, cursor: first.next_cursor ?? '' });
    const third = await people.listPersonaPeople(caller, maya, { ...PAGE, limit: 2, cursor: second.next_cursor ?? '' });
    expect([first, second, third].map(idsOf)).toEqual([[5, 4], [3, 2], [1]]);
    expect([first.count, third.count, third.next_cursor]).toEqual([5, 5, null]);
  });

  it('are chosen by set, rule and outcome', async () => {
    const of = async (query: Partial<typeof PAGE> | object) => idsOf(await people.listPersonaPeople(caller, maya, { ...PAGE, ...query }));
    expect(await of({ set: 'match' })).toEqual([3, 2]);
    expect(await of({ set: 'strong' })).toEqual([3]);
    expect(await of({ set: 'moderate' })).toEqual([2]);
    expect(await of({ set: 'weak' })).toEqual([5, 4, 1]);
    expect(await of({ set: 'every_rule' })).toEqual([3]);
    expect(await of({ set: 'one_rule_short' })).toEqual([2]);
    expect(await of({ set: 'one_rule_short', rule: 2 })).toEqual([2]);
    expect(await of({ set: 'one_rule_short', rule: 0 })).toEqual([]);
    expect(await of({ rule: 2, outcome: 'unanswered' })).toEqual([5, 2]);
    expect(await of({ rule: 2, outcome: 'matched' })).toEqual([3]);
    expect(await of({ rule: 1, outcome: 'unmatched', startDate: '2026-03-31' })).toEqual([5]);
    await expect(of({ rule: 3 })).rejects.toMatchObject({ code: 'invalid_input', problems: [{ path: 'query.rule' }] });
  });

  it('are listed by the personas of the portfolio they fit, and by none', async () => {
    const of = async (persona_ids: string, level: 'match' | 'strong' = 'match') => idsOf(await people.listPortfolioPeople(caller, { limit: 25, persona_ids, level }));
    expect(await of('')).toEqual([5]);
    expect(await of('', 'strong')).toEqual([5, 2, 1]);
    expect(await of(String(maya))).toEqual([3, 2]);
    expect(await of(`${tom},${maya}`)).toEqual([]);
    const atLeast = async (persona_ids: string) => idsOf(await people.listPortfolioPeople(caller, { limit: 25, persona_ids, level: 'match', with_others: true }));
    expect(await atLeast(String(maya))).toEqual([3, 2]);
    expect(await atLeast(`${tom},${maya}`)).toEqual([]);
    expect(await atLeast('')).toHaveLength(5);
    await expect(of(String(theirs.maya))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are listed by how new rules would move them', async () => {
    const wider = { age: { min: 25, max: 40 }, location: ['London', 'Leeds'] };
    const enter = await people.listPreviewPeople(caller, { mapping_rules: wider, persona_id: maya, change: 'enter', limit: 1 });
    expect(operations.listPreviewPeople.answers[200].schema.parse(enter)).toEqual(enter);
    expect([idsOf(enter), enter.count]).toEqual([[4], 2]);
    expect(enter.items).toMatchObject([{ match_score: 50, band: 'moderate', previous_score: 0, previous_band: 'weak' }]);
    expect(idsOf(await people.listPreviewPeople(caller, { mapping_rules: { age: { min: 90 } }, persona_id: maya, change: 'lose_strong', limit: 9 }))).toEqual([3]);
    await expect(people.listPreviewPeople(caller, { mapping_rules: {}, persona_id: maya, change: 'enter', limit: 9 })).rejects.toMatchObject({ code: 'no_rules' });
  });
});

describe('getDiagnostics', () => {
  it('says what each rule does for the stored edition', async () => {
    const found = await diagnostics.getDiagnostics(crowd.caller, crowdPersona, {});
    expect(operations.getDiagnostics.answers[200].schema.parse(found)).toEqual(found);
    expect(found).toMatchObject({ respondents: 100, edition: 1, one_rule_short: { persona_customers: 0 }, rules: [{ says: 'carries', goes_with_others: 1 }, { label: 'city' }] });
    expect(found.counted_twice).toMatchObject([{ a: 0, b: 1, both: 40, jaccard: 1, sentence: '“plan” and “city” pick the same people: 40 of 40 who pass one pass both. One trait counts twice.' }]);
    await expect(diagnostics.getDiagnostics(crowd.caller, maya, {})).rejects.toMatchObject({ code: 'not_found' });
    const empty = await addPersona(db, 3, 'Empty', null, 'draft');
    await expect(diagnostics.getDiagnostics(crowd.caller, empty, {})).rejects.toMatchObject({ code: 'no_rules' });
  });
});

describe('getEvidence', () => {
  it('counts who says so among those who answered, against all others', async () => {
    const claims = [
      { attribute: 'plan', is: { in: ['pro'] } }, { attribute: 'comment', is: { mentions: ['error'] } }, { attribute: 'colour', is: { in: ['red'] } },
      { attribute: 'unheard of', is: { in: ['x'] } }, { attribute: 'tenure', is: { atMost: 5 } },
    ];
    const found = await evidence.getEvidence(crowd.caller, crowdPersona, { claims, level: 'strong' });
    expect(operations.getEvidence.answers[200].schema.parse(found)).toEqual(found);
    expect([found.people, found.others, found.edition]).toEqual([40, 60, 1]);
    expect(found.claims.map(({ says, wording, rule }) => [says, wording, rule])).toEqual([
      ['more', 'say so', 0], ['more', 'mention it', null], ['same', 'say so', null], ['not_asked', 'say so', null], ['fewer', 'say so', null],
    ]);
    expect(found.claims[1]).toMatchObject({ people: { persona_customers: 30, total_customers: 40, percentage: 75 }, others: { persona_customers: 0 }, difference: 75 });
  });

  it('names the claim that is no test', async () => {
    const wrong = evidence.getEvidence(crowd.caller, crowdPersona, { claims: [{ attribute: 'plan', is: { in: ['x'] } }, { attribute: 'plan', is: { between: [4, 2] } }], level: 'match' });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_rules', problems: [{ path: 'claims[1].is.between' }] });
  });
});

describe('what sets people apart', () => {
  const ASK = { level: 'match' as const, limit: 10, beyond_rules: false };

  it('can leave out what the rules ask about', async () => {
    const found = await differences.getPersonaDifferences(crowd.caller, crowdPersona, { ...ASK, beyond_rules: true });
    expect(found.attributes_left_out.toSorted()).toEqual(['city', 'email', 'plan']);
    expect(found.items.length).toBeGreaterThan(0);
    expect(found.items.every(({ rule }) => rule === null)).toBe(true);
    const gap = await differences.getPortfolioDifferences(crowd.caller, { ...ASK, persona_ids: '', beyond_rules: true });
    expect(gap.attributes_left_out.toSorted()).toEqual(['city', 'email', 'plan']);
  });

  it('is what differs beyond chance, largest first, without personal data and free text', async () => {
    const found = await differences.getPersonaDifferences(crowd.caller, crowdPersona, { ...ASK, limit: 20 });
    expect(operations.getPersonaDifferences.answers[200].schema.parse(found)).toEqual(found);
    expect([found.people, found.others]).toEqual([40, 60]);
    expect(found.attributes_left_out).toEqual(['email']);
    const named = found.items.map(({ attribute, answer, says, rule }) => [attribute, answer, says, rule]);
    expect(named).toContainEqual(['plan', 'pro', 'more', 0]);
    expect(named).toContainEqual(['since', '2020-05-01', 'more', null]);
    expect(named.map(([attribute]) => attribute)).not.toContain('colour');
    expect(named.map(([attribute]) => attribute)).not.toContain('tools');
    const tenure = found.items.find(({ attribute, says }) => attribute === 'tenure' && says === 'more');
    expect(tenure).toMatchObject({ label: 'For how many months?', role: 'demographic', is: { between: [expect.any(Number) as number, expect.any(Number) as number] } });
  });

  it('is told of the gap', async () => {
    const found = await differences.getPortfolioDifferences(crowd.caller, { ...ASK, level: 'strong', persona_ids: '', limit: 2 });
    expect([found.people, found.others, found.items.length]).toEqual([60, 40, 2]);
    expect(found.items.every(({ difference }) => difference === 100 || difference === -100)).toBe(true);
    await expect(differences.getPortfolioDifferences(crowd.caller, { ...ASK, level: 'strong', persona_ids: String(maya), limit: 2 })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what the data hold', () => {
  it('is listed across forms by attribute', async () => {
    const held = await answers.listHeldAttributes(caller, {});
    expect(operations.listHeldAttributes.answers[200].schema.parse(held)).toEqual(held);
    expect(held.items.map(({ attribute, responses, form_ids }) => [attribute, responses, form_ids.length])).toEqual([['age', 6, 2], ['location', 6, 2], ['plan', 6, 2]]);
    expect((await answers.listHeldAttributes(crowd.caller, { search: 'MONTHS' })).items).toEqual([
      { attribute: 'tenure', label: 'For how many months?', type: 'number', role: 'demographic', is_personal: false, form_ids: [crowd.formIds[0]], responses: 100 },
    ]);
  });

  const ask = { level: 'match' as const, limit: 50 };

  it('is counted by value, with how many of them fit', async () => {
    const found = await answers.getDistribution(caller, { ...ask, attribute: 'Location', persona_id: maya });
    expect(operations.getDistribution.answers[200].schema.parse(found)).toEqual(found);
    expect(found).toMatchObject({ type: 'choice', respondents: 5, answered: 5, missing: 0, distinct: 3, bins: null, matching: { persona_customers: 2, total_customers: 5 } });
    expect(found.values).toEqual([
      { value: 'Leeds', respondents: 2, matching: 0 }, { value: 'London', respondents: 2, matching: 2 }, { value: 'York', respondents: 1, matching: 0 },
    ]);
    const searched = await answers.getDistribution(caller, { ...ask, attribute: 'location', search: ' YO', mapping_rules: { age: { min: 60 } } });
    expect(searched).toMatchObject({ distinct: 1, values: [{ value: 'York', respondents: 1, matching: 1 }] });
  });

  it('is counted in bins where it is measured', async () => {
    const found = await answers.getDistribution(crowd.caller, { ...ask, attribute: 'tenure', mapping_rules: { plan: ['pro'] } });
    expect(operations.getDistribution.answers[200].schema.parse(found)).toEqual(found);
    expect(found).toMatchObject({ type: 'number', answered: 100, smallest: 0, largest: 24, median: 8, values: null, below: 0, above: 0 });
    expect(found.bins?.at(-1)).toEqual({ from: 24, to: 25, respondents: 8, matching: 8 });
    const dates = await answers.getDistribution(crowd.caller, { ...ask, attribute: 'since' });
    expect(dates).toMatchObject({ type: 'date', smallest: '2020-05-01', largest: '2024-05-01', matching: null });
    expect(dates.bins?.at(-1)).toEqual({ from: '2024-05-01', to: '2024-06-01', respondents: 60, matching: null });
  });

  it('is nothing where nobody answered, or nobody is', async () => {
    expect(await answers.getDistribution(caller, { ...ask, attribute: 'nothing' })).toMatchObject({ respondents: 5, answered: 0, missing: 5, values: [], distinct: 0 });
    expect(await answers.getDistribution(caller, { ...ask, attribute: 'age', endDate: '2000-01-01', persona_id: maya })).toMatchObject({ respondents: 0, matching: { percentage: null }, smallest: null });
    await expect(answers.getDistribution(caller, { ...ask, attribute: 'age', persona_id: theirs.maya })).rejects.toMatchObject({ code: 'not_found' });
    await expect(answers.getDistribution(caller, { ...ask, attribute: ' \u00a0' })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
