import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { addPersona, addResponses, makeSmallSurvey } from '../analytics/small-survey.testing.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { createMatchResponseService } from './match-response.service.ts';

const db = await testDatabase();
const frames = testFrames(db);
const matches = createMatchResponseService({ db });
await makeSmallSurvey(db, 2);
const { caller, formIds } = await makeSmallSurvey(db, 1);

const RULES: JsonObject = {
  rules: [
    { attribute: 'age', is: { between: [25, null] } },
    { attribute: 'age', is: { atMost: 60 } },
    { attribute: 'Location', is: { in: ['London', 'Leeds'] }, label: 'where' },
    { attribute: 'plan', is: { noneOf: ['free'] }, weight: 2, required: true },
    { any: [{ attribute: 'plan', is: { in: ['pro'] } }, { not: { all: [{ attribute: 'age', is: { atLeast: 30 } }, { attribute: 'location', is: { answered: true } }] } }] },
  ],
};
const ANSWERS: JsonObject[] = [
  { age: 31, location: 'london', plan: 'pro' },
  { age: ' 52 ', location: '', plan: null },
  { respondent_age: 20, city: 'Leeds', plan: ['free', 'pro'] },
  {},
];

describe('persona_matches.matched_attributes', () => {
  it('says what the API says, in the original’s form, for responses of every form', async () => {
    const persona = await addPersona(db, 1, 'Everything', RULES);
    for (const formId of formIds) await addResponses(db, 1, formId, ANSWERS.map((data) => ({ who: null, at: '2026-03-31T09:00:00Z', data })));
    await calculateScores(frames, 1, { personaIds: [persona] });
    const stored = await readTenant(db, 1, (trx) =>
      trx.selectFrom('persona_matches').select(['response_id', 'matched_attributes', 'match_score']).where('persona_id', '=', persona).orderBy('response_id').execute());
    expect(stored.length).toBeGreaterThan(ANSWERS.length * formIds.length);
    for (const { response_id, matched_attributes, match_score } of stored) {
      const { matchedAttributes, score } = await matches.matchResponse(caller, persona, response_id);
      const original = Object.fromEntries(Object.entries(matchedAttributes).map(([label, { expected, actual, match }]) => [label, { expected, actual, match }]));
      expect(matched_attributes, `response ${response_id}`).toEqual(original);
      expect(match_score).toBe(score);
    }
  });

  it('shows nothing of another tenant', async () => {
    const seen = await withTenant(db, 2, async (trx) => (await trx.selectFrom('persona_matches').select(['tenant_id', 'matched_attributes']).execute()).map((row) => row.tenant_id));
    expect(new Set(seen)).toEqual(new Set([2]));
  });
});
