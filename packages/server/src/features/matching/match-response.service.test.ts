import { operations } from '@likeness/contract';
import { describe, expect, it } from 'vitest';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { testDatabase } from '../../testing/index.ts';
import { MAYA, addEdition, addPersona, addResponses, makeSmallSurvey } from '../analytics/small-survey.testing.ts';
import { createMatchResponseService } from './match-response.service.ts';

const db = await testDatabase();
const matches = createMatchResponseService({ db });
const theirs = await makeSmallSurvey(db, 2);
const { caller, maya, formIds, responseIds } = await makeSmallSurvey(db, 1);

function storedScore(personaId: number, responseId: number) {
  return readTenant(db, 1, (trx) =>
    trx
      .selectFrom('persona_matches')
      .select(['match_score', 'band', 'evidence', 'every_rule', 'rule_outcomes'])
      .where('tenant_id', '=', 1)
      .where('persona_id', '=', personaId)
      .where('response_id', '=', responseId)
      .executeTakeFirst(),
  );
}

describe('matchResponse', () => {
  it('scores a response, says why, and stores the score', async () => {
    const [responseId = 0] = await addResponses(db, 1, formIds[1] ?? 0, [{ who: null, at: '2026-03-31T09:00:00Z', data: { respondent_age: 33, city: 'LONDON' } }]);
    const answer = await matches.matchResponse(caller, maya, responseId);
    expect(operations.matchResponse.answers[200].schema.parse(answer)).toEqual(answer);
    expect(answer).toEqual({
      score: 66.67, band: 'moderate', totalRules: 3, matchedRules: 2, evidence: 2 / 3, edition: 1,
      matchedAttributes: {
        age: { expected: { min: 25, max: 40 }, actual: 33, match: true, answered: true },
        location: { expected: ['London'], actual: 'LONDON', match: true, answered: true },
        plan: { expected: ['pro'], actual: null, match: false, answered: false },
      },
    });
    const stored = { match_score: 66.67, band: 1, evidence: 2 / 3, every_rule: false, rule_outcomes: '++?' };
    expect(await storedScore(maya, responseId)).toEqual(stored);
    await matches.matchResponse(caller, maya, responseId);
    expect(await storedScore(maya, responseId)).toEqual(stored);
  });

  it('stays with the edition of the other scores until a newer one has been calculated', async () => {
    await withTenant(db, 1, (trx) => addEdition(trx, 1, maya, { location: ['Leeds'] }));
    const [, second = 0] = responseIds;
    expect(await matches.matchResponse(caller, maya, second)).toMatchObject({ edition: 1, totalRules: 3, score: 33.33 });
  });

  it('answers before the first calculation, and stores nothing then', async () => {
    const fresh = await addPersona(db, 1, 'Fresh', MAYA);
    const [first = 0] = responseIds;
    expect(await matches.matchResponse(caller, fresh, first)).toMatchObject({ score: 100, edition: 1 });
    expect(await storedScore(fresh, first)).toBe(undefined);
  });

  it('needs rules', async () => {
    const empty = await addPersona(db, 1, 'Empty', null);
    await expect(matches.matchResponse(caller, empty, responseIds[0] ?? 0)).rejects.toMatchObject({ code: 'no_rules' });
  });

  it('knows neither a persona nor a response of a neighbour, nor one that does not exist', async () => {
    for (const [persona, response] of [[theirs.maya, responseIds[0]], [maya, theirs.responseIds[0]], [maya, 999_999], [999_999, responseIds[0]]] as const) {
      await expect(matches.matchResponse(caller, persona, response ?? 0)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
