import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readTenant } from '../db/tenant-scope.ts';
import { makeSmallSurvey } from '../features/analytics/small-survey.testing.ts';
import { createSubmissionService } from '../features/responses/submission.service.ts';
import { DEFAULT_BULK_LIMITS } from '../features/responses/bulk-limits.ts';
import { fakeClock, testDatabase } from '../testing/index.ts';
import { countPending, startCounting } from './count-responses.ts';

const db = await testDatabase();
const warnings: unknown[] = [];
const log = { info: () => undefined, warn: (fields: object) => void warnings.push(fields), error: () => undefined };
const submissions = createSubmissionService({ db, clock: fakeClock('2026-06-01T00:00:00Z'), limits: DEFAULT_BULK_LIMITS });
const surveys = [await makeSmallSurvey(db, 1), await makeSmallSurvey(db, 2)] as const;

const submitTo = ({ caller, formIds }: (typeof surveys)[number]): Promise<unknown> =>
  submissions.submitOne(caller, formIds[0] ?? 0, { response_data: { age: 30, location: 'London', plan: 'pro' }, submitted_at: '2026-04-01T10:00:00Z' });
const pendingOf = (tenantId: number): Promise<number> =>
  readTenant(db, tenantId, async (trx) => (await trx.selectFrom('pending_responses').selectAll().execute()).length);
const countedOf = (tenantId: number): Promise<number> =>
  readTenant(db, tenantId, async (trx) => {
    const row = await trx.selectFrom('persona_day_counts').select((one) => one.fn.sum<number>('responses').as('n')).executeTakeFirst();
    return row?.n ?? 0;
  });

describe('counting new responses', () => {
  it('finds what waits in every tenant, and leaves nothing', async () => {
    await countPending({ db, log });
    const before = [await countedOf(1), await countedOf(2)];
    for (const survey of surveys) await submitTo(survey);
    expect([await pendingOf(1), await pendingOf(2)]).toEqual([1, 1]);
    expect(await countPending({ db, log })).toBe(2);
    expect([await pendingOf(1), await pendingOf(2)]).toEqual([0, 0]);
    // Both personas have scored the new response.
    expect([await countedOf(1), await countedOf(2)]).toEqual(before.map((n) => n + 2));
    expect(await countPending({ db, log })).toBe(0);
  });

  it('goes on with the others when one tenant cannot be counted, which stays as it was', async () => {
    for (const survey of surveys) await submitTo(survey);
    await db.owner.query(`ALTER TABLE persona_day_counts ADD CONSTRAINT broken CHECK (tenant_id <> 1) NOT VALID`);
    await countPending({ db, log });
    await db.owner.query('ALTER TABLE persona_day_counts DROP CONSTRAINT broken');
    expect([await pendingOf(1), await pendingOf(2)]).toEqual([1, 0]);
    expect(warnings).toMatchObject([{ tenant_id: 1 }]);
    await countPending({ db, log });
    expect(await pendingOf(1)).toBe(0);
  });

  it('happens by itself, again and again, until it is stopped', async () => {
    const counting = startCounting({ db, log });
    for (let round = 0; round < 2; round += 1) {
      await submitTo(surveys[0]);
      while ((await pendingOf(1)) > 0) await delay(20);
    }
    await counting.stop();
    await submitTo(surveys[0]);
    await delay(1500);
    expect(await pendingOf(1)).toBe(1);
  });
});
