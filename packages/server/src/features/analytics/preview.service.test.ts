import { operations } from '@likeness/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { createFrameService } from '../frames/create-frame-service.ts';
import { createPreviewService } from './preview.service.ts';
import { MAYA, addPersona, makeSmallSurvey } from './small-survey.testing.ts';

const db = await testDatabase();
const theirs = await makeSmallSurvey(db, 2);
const { caller, maya, responseIds } = await makeSmallSurvey(db, 1);
const clock = fakeClock('2026-04-01T09:00:00Z');
const frames = testFrames(db);
const preview = createPreviewService({ db, clock, frames });

describe('previewRules', () => {
  it('says what the rules would find, rule by rule', async () => {
    const answer = await preview.previewRules(caller, { mapping_rules: MAYA });
    expect(operations.previewRules.answers[200].schema.parse(answer)).toEqual(answer);
    expect(answer.match_statistics).toEqual({
      total_responses: 6, avg_match_score: 50, best_match_score: 100, worst_match_score: 0, distribution: { strong: 2, moderate: 1, weak: 3 },
    });
    expect(answer.coverage).toEqual({ persona_customers: 2, total_customers: 5, percentage: 40, interval: [11.76, 76.93] });
    expect(answer.rules).toEqual([
      { label: 'age', weight: 1, required: false, matched: 4, missing: 0, match_percentage: 66.67, strong_if_waived: 0 },
      { label: 'location', weight: 1, required: false, matched: 3, missing: 0, match_percentage: 50, strong_if_waived: 0 },
      { label: 'plan', weight: 1, required: false, matched: 2, missing: 2, match_percentage: 33.33, strong_if_waived: 1 },
    ]);
    expect(Object.entries(answer.score_histogram)).toEqual([['0.00', 2], ['33.33', 1], ['66.67', 1], ['100.00', 2]]);
    expect([answer.strictest_rule, answer.difference, answer.as_of]).toEqual(['plan', null, '2026-04-01T09:00:00.000Z']);
  });

  it('compares with the stored scores, person by person', async () => {
    const wider = { age: { min: 25, max: 40 }, location: ['London', 'Leeds'] };
    const answer = await preview.previewRules(caller, { mapping_rules: wider, persona_id: maya });
    // ann and ben become strong, the stranger of 60 in Leeds enters at half, cat stays.
    expect(answer.difference).toEqual({ persona_id: maya, edition: 1, enter: 2, leave: 0, become_strong: 2, lose_strong: 0 });
    const nobody = await preview.previewRules(caller, { mapping_rules: { age: { min: 90 } }, persona_id: maya });
    expect(nobody.difference).toEqual({ persona_id: maya, edition: 1, enter: 0, leave: 2, become_strong: 0, lose_strong: 1 });
    expect(nobody.verdict.word).toBe('too few to tell');
  });

  it('has nothing to compare with before the first calculation', async () => {
    const draft = await addPersona(db, 1, 'Draft', MAYA, 'draft');
    expect((await preview.previewRules(caller, { mapping_rules: MAYA, persona_id: draft })).difference).toBe(null);
  });

  it('looks at the window only, and stores nothing', async () => {
    const stored = () => withTenant(db, 1, (trx) => trx.selectFrom('persona_matches').selectAll().orderBy('persona_id').orderBy('response_id').execute());
    const before = await stored();
    const answer = await preview.previewRules(caller, { mapping_rules: { location: ['York'] }, startDate: '2026-03-31' });
    expect(answer.match_statistics).toMatchObject({ total_responses: 1, avg_match_score: 100 });
    expect(await stored()).toEqual(before);
  });

  it('answers nulls for a window without responses', async () => {
    const answer = await preview.previewRules(caller, { mapping_rules: MAYA, endDate: '2020-01-01' });
    expect(answer.match_statistics).toMatchObject({ total_responses: 0, avg_match_score: null, best_match_score: null });
    expect(answer.coverage).toEqual({ persona_customers: 0, total_customers: 0, percentage: null, interval: [0, 100] });
    expect(answer.rules[0]?.match_percentage).toBe(null);
    expect(answer.verdict).toMatchObject({ word: 'too few to tell', coherence: null, interval: null });
  });

  it('names every place where rules are wrong', async () => {
    const wrong = preview.previewRules(caller, { mapping_rules: { age: { min: 40, max: 25 }, location: [] } });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_rules', problems: [{ path: 'mapping_rules.age' }, { path: 'mapping_rules.location' }] });
    await expect(preview.previewRules(caller, { mapping_rules: {} })).rejects.toMatchObject({ code: 'no_rules' });
    await expect(preview.previewRules(caller, { mapping_rules: MAYA, startDate: '2026-03-02', endDate: '2026-03-01' })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('does not know a persona of a neighbour', async () => {
    await expect(preview.previewRules(caller, { mapping_rules: MAYA, persona_id: theirs.maya })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stops when the reader is gone, and leaves its connection usable', async () => {
    const reason = new Error('gone');
    await expect(preview.previewRules(caller, { mapping_rules: MAYA }, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect((await preview.previewRules(caller, { mapping_rules: MAYA })).match_statistics.total_responses).toBe(6);
  });

  it('shows the present edition beside the change, and some of those who move', async () => {
    const wider = { age: { min: 25, max: 40 }, location: ['London', 'Leeds'] };
    const answer = await preview.previewRules(caller, { mapping_rules: wider, persona_id: maya, include: ['changes', 'diagnostics'] });
    expect(operations.previewRules.answers[200].schema.parse(answer)).toEqual(answer);
    expect(answer.present).toMatchObject({ match_statistics: { distribution: { strong: 2, moderate: 1, weak: 3 } }, coverage: { persona_customers: 2 } });
    const [, second = 0, third = 0, , fifth = 0] = responseIds;
    const ben = { response_id: third, match_score: 100, previous_score: 66.67 };
    const ann = { response_id: second, match_score: 100, previous_score: 33.33 };
    expect(answer.changes).toEqual({ enter: [{ response_id: fifth, match_score: 50, previous_score: 0 }, ann], leave: [], become_strong: [ben, ann], lose_strong: [] });
    expect(answer.diagnostics).toMatchObject({
      respondents: 5, strictest_rule: 0, one_rule_short: { persona_customers: 1, total_customers: 5 },
      rules: [{ label: 'age', attributes: ['age'], passes: { persona_customers: 3 }, says: 'too_few', only_one_missed: 1 }, { label: 'location' }],
    });
  });

  it('ends an older preview of the same caller under the same key, and no other', async () => {
    const ask = (preview_key?: string) => preview.previewRules(caller, { mapping_rules: MAYA, ...(preview_key !== undefined && { preview_key }) });
    const [older, other, keyless, newer] = await Promise.allSettled([ask('builder'), ask('elsewhere'), ask(), ask('builder')]);
    expect(older).toMatchObject({ status: 'rejected', reason: { code: 'superseded' } });
    expect([other, keyless, newer]).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }, { status: 'fulfilled' }]);
    const neighbour = preview.previewRules(theirs.caller, { mapping_rules: MAYA, preview_key: 'builder' });
    await expect(Promise.all([neighbour, ask('builder')])).resolves.toHaveLength(2);
  });
});

describe('where responses do not fit into memory', () => {
  const small = createFrameService({ db, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, memoryBytes: 1, threads: 1 });
  afterAll(() => small.close());

  it('answers the same from the database', async () => {
    const requests = [
      { mapping_rules: { age: { min: 20, max: 40 }, location: ['London', 'Leeds'], plan: ['pro'] }, persona_id: maya },
      { mapping_rules: MAYA, startDate: '2026-03-30', endDate: '2026-03-31' },
      { mapping_rules: { missing: 'ignore', rules: [{ attribute: 'plan', is: { in: ['pro'] } }, { not: { attribute: 'location', is: { in: ['York'] } } }] }, persona_id: maya, include: ['diagnostics' as const] },
    ];
    const fromDatabase = createPreviewService({ db, clock, frames: small });
    for (const request of requests) expect(await fromDatabase.previewRules(caller, request)).toEqual(await preview.previewRules(caller, request));
  });
});
