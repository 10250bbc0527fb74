import { describe, expect, it } from 'vitest';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { settleDayCounts } from '../counts/day-counts.service.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { addPersona, addResponses, makeTenant } from './small-survey.testing.ts';
import { listTrends } from './trend.queries.ts';

const db = await testDatabase();
const frames = testFrames(db);

/** A tenant whose people answer at these moments, with their ages; its persona is under 40. */
async function survey(id: number, given: [who: string, at: string, age: number][]): Promise<number> {
  const tenant = await makeTenant(db, id);
  const persona = await addPersona(db, id, 'Young', { age: { max: 39 } });
  await addResponses(db, id, tenant.formIds[0] ?? 0, given.map(([who, at, age]) => ({ who, at, data: { age } })));
  await calculateScores(frames, id, { personaIds: null });
  await withTenant(db, id, (trx) => settleDayCounts(trx, id));
  return persona;
}

const ours = await survey(1, [
  ['ann', '2026-03-31T10:00Z', 30], ['ben', '2026-03-30T10:00Z', 50], ['ben', '2026-03-25T10:00Z', 30],
  // The day before the week begins, and before the twelve weeks begin.
  ['cy', '2026-03-24T10:00Z', 30], ['ann', '2026-01-06T10:00Z', 30],
]);
const theirs = await survey(2, [['eve', '2026-06-30T10:00Z', 30]]);

describe('listTrends', () => {
  it('counts each respondent once a week, by the latest response in it, up to the newest day', async () => {
    const trends = await readTenant(db, 1, (trx) => listTrends(trx, 1, [ours, theirs, 999_999]));
    expect([...trends.keys()]).toEqual([ours]);
    const weeks = trends.get(ours) ?? [];
    expect(weeks).toHaveLength(12);
    expect(weeks.at(-1)).toEqual({ firstDay: '2026-03-25', lastDay: '2026-03-31', respondents: 2, matching: 1 });
    expect(weeks.at(-2)).toEqual({ firstDay: '2026-03-18', lastDay: '2026-03-24', respondents: 1, matching: 1 });
    expect(weeks.at(0)).toEqual({ firstDay: '2026-01-07', lastDay: '2026-01-13', respondents: 0, matching: 0 });
  });

  it('has nothing of nobody', async () => {
    expect(await readTenant(db, 1, (trx) => listTrends(trx, 1, []))).toEqual(new Map());
  });
});
