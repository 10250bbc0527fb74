import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, vi, type Mock } from 'vitest';
import { withTenant } from '../../db/tenant-scope.ts';
import type { JsonObject } from '../../db/tables.ts';
import { testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { calculateJob } from './calculate.job.ts';
import { calculateScores } from './calculate-scores.ts';
import { calculationContext, type Meanwhile } from './calculation-context.testing.ts';
import { openScorer, type StoredScore } from './scoring.service.ts';

const db = await testDatabase();
const frames = testFrames(db);

const RULES = { missing: 'unmatched', rules: [
  { attribute: 'age', is: { between: [25, 40] } },
  { attribute: 'location', is: { in: ['London'] } },
  { attribute: 'plan', is: { in: ['pro'] } },
] };
const OLDER = { missing: 'unmatched', rules: [{ attribute: 'age', is: { atLeast: 41 } }] };

let lastTenant = 0;
/** A tenant with a form and one persona of each rule set, none of them calculated yet. */
async function newTenant(...rules: JsonObject[]): Promise<{ id: number; formId: number; personaIds: number[] }> {
  const id = ++lastTenant;
  return withTenant(db, id, async (trx) => {
    await trx.insertInto('tenants').values({ id, name: `Tenant ${id}` }).execute();
    const form = await trx.insertInto('forms').values({ tenant_id: id, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
    const personaIds: number[] = [];
    for (const [index, one] of rules.entries()) {
      const persona = await trx.insertInto('cx_personas').values({ tenant_id: id, name: `Persona ${index}`, edition: 1 }).returning('id').executeTakeFirstOrThrow();
      personaIds.push(persona.id);
      await addEdition(id, persona.id, 1, one, trx);
    }
    return { id, formId: form.id, personaIds };
  });
}
type Tenant = Awaited<ReturnType<typeof newTenant>>;
type Trx = Parameters<Parameters<typeof withTenant>[2]>[0];

async function addEdition(tenantId: number, personaId: number, edition: number, rules: JsonObject, trx: Trx): Promise<void> {
  const text = JSON.stringify(rules);
  await trx.insertInto('persona_editions').values({ tenant_id: tenantId, persona_id: personaId, edition, mapping_rules: text, rules: text }).execute();
  await trx.updateTable('cx_personas').set({ edition }).where('tenant_id', '=', tenantId).where('id', '=', personaId).execute();
}

const insert = async (trx: Trx, tenant: Tenant, answers: JsonObject[]): Promise<{ id: number; formId: number; responseData: JsonObject }[]> => {
  const keys = [...new Set(answers.flatMap((data) => Object.keys(data)))].map((key) => ({ tenant_id: tenant.id, form_id: tenant.formId, key }));
  await trx.insertInto('form_keys').values(keys).onConflict((on) => on.doNothing()).execute();
  const rows = await trx
    .insertInto('form_responses')
    .values(answers.map((data) => ({ tenant_id: tenant.id, form_id: tenant.formId, submitted_at: new Date(), response_data: JSON.stringify(data) })))
    .returning('id')
    .execute();
  return rows.map(({ id }, index) => ({ id, formId: tenant.formId, responseData: answers[index]! }));
};
/** Responses nobody scored. */
const store = (tenant: Tenant, ...answers: JsonObject[]) => withTenant(db, tenant.id, (trx) => insert(trx, tenant, answers));
/** Responses scored as they are submitted. */
const submit = (tenant: Tenant, ...answers: JsonObject[]) =>
  withTenant(db, tenant.id, async (trx) => {
    const scorer = await openScorer(trx, tenant.id);
    return scorer.score(await insert(trx, tenant, answers));
  });
const submitOne = async (tenant: Tenant, answers: JsonObject): Promise<StoredScore[]> => [...(await submit(tenant, answers)).values()].flat();
/** A calculation in whose middle something happens. */
const calculateWhile = (tenant: Tenant, meanwhile: Meanwhile, personaIds: number[] | null = null) =>
  calculateJob.run(calculationContext(db, tenant.id, meanwhile), { personaIds });
const scoresOf = (tenant: Tenant): Promise<string[]> =>
  withTenant(db, tenant.id, async (trx) =>
    (await trx.selectFrom('persona_matches').selectAll().orderBy('persona_id').orderBy('response_id').execute()).map(
      (row) => `${tenant.personaIds.indexOf(row.persona_id)}: ${row.match_score} ${row.band} ${row.evidence.toFixed(2)} ${row.every_rule} ${row.rule_outcomes}`,
    ),
  );
const countRows = (tenant: Tenant, table: 'response_outcomes' | 'outcome_scores'): Promise<number> =>
  withTenant(db, tenant.id, async (trx) => (await trx.selectFrom(table).select('persona_id').execute()).length);
const editionsOf = (tenant: Tenant): Promise<(number | null)[]> =>
  withTenant(db, tenant.id, async (trx) => (await trx.selectFrom('cx_personas').select('scored_edition').orderBy('id').execute()).map((row) => row.scored_edition));

const MAYA = { age: 31, location: 'london', plan: 'pro' };
const TOM = { age: '52', location: 'Leeds' };

describe('calculateScores', () => {
  it('scores every response under every active persona, and sets the edition', async () => {
    const [tenant, neighbour] = [await newTenant(RULES, OLDER), await newTenant(RULES)];
    await store(neighbour, MAYA);
    await store(tenant, MAYA, TOM);
    const result = await calculateScores(frames, tenant.id, { personaIds: null });
    expect(result).toEqual({ processed: 2, matched: 2, written: 4, personaIds: tenant.personaIds });
    expect(await scoresOf(tenant)).toEqual(['0: 100 2 1.00 true +++', '0: 0 0 0.67 false --?', '1: 0 0 1.00 false -', '1: 100 2 1.00 true +']);
    expect(await editionsOf(tenant)).toEqual([1, 1]);
    expect(await scoresOf(neighbour)).toEqual([]);
  });

  it('writes only what changed', async () => {
    const tenant = await newTenant(RULES);
    await store(tenant, MAYA, TOM);
    await calculateScores(frames, tenant.id, { personaIds: null });
    expect((await calculateScores(frames, tenant.id, { personaIds: tenant.personaIds })).written).toBe(0);
    await withTenant(db, tenant.id, (trx) => addEdition(tenant.id, tenant.personaIds[0]!, 2, { missing: 'unmatched', rules: [{ attribute: 'age', is: { atLeast: 30 } }] }, trx));
    expect((await calculateScores(frames, tenant.id, { personaIds: null })).written).toBe(2);
    expect(await scoresOf(tenant)).toEqual(['0: 100 2 1.00 true +', '0: 100 2 1.00 true +']);
    expect(await editionsOf(tenant)).toEqual([2]);
  });

  it('scores drafts only when asked for them, and personas without rules never', async () => {
    const tenant = await newTenant(RULES, { missing: 'unmatched', rules: [] });
    await withTenant(db, tenant.id, (trx) => trx.updateTable('cx_personas').set({ status: 'draft' }).where('id', '=', tenant.personaIds[0]!).execute());
    await store(tenant, MAYA);
    expect((await calculateScores(frames, tenant.id, { personaIds: null })).personaIds).toEqual([]);
    expect((await calculateScores(frames, tenant.id, { personaIds: tenant.personaIds })).personaIds).toEqual([tenant.personaIds[0]]);
  });

  it('includes responses that were submitted while it worked, and scores them under the new rules', async () => {
    const tenant = await newTenant(RULES);
    await store(tenant, ...Array.from({ length: 10 }, () => TOM));
    expect(await calculateWhile(tenant, { opened: () => submit(tenant, MAYA) })).toMatchObject({ processed: 11, matched: 1, written: 11 });
    expect((await scoresOf(tenant)).at(-1)).toBe('0: 100 2 1.00 true +++');
    await withTenant(db, tenant.id, (trx) => addEdition(tenant.id, tenant.personaIds[0]!, 2, OLDER, trx));
    expect(await calculateWhile(tenant, { opened: () => submit(tenant, MAYA) })).toMatchObject({ processed: 12, written: 12 });
    expect((await scoresOf(tenant)).slice(-2)).toEqual(['0: 0 0 1.00 false -', '0: 0 0 1.00 false -']);
  });

  it('begins again when the settings change while it works, and keeps nothing of the first attempt', async () => {
    const tenant = await newTenant(RULES);
    await store(tenant, { age: 31, location: 'Leeds', plan: 'free' });
    const change = () =>
      withTenant(db, tenant.id, (trx) =>
        trx.updateTable('tenants').set({ settings: JSON.stringify({ bands: { moderate: 20, strong: 90 } }), settings_revision: 2 }).where('id', '=', tenant.id).execute(),
      );
    expect(await calculateWhile(tenant, { opened: change })).toMatchObject({ processed: 1, written: 1 });
    expect(await scoresOf(tenant)).toEqual(['0: 33.33 1 1.00 false +--']);
  });

  it('survives responses and personas that are deleted while it works', async () => {
    const tenant = await newTenant(RULES, OLDER);
    const [gone] = await store(tenant, MAYA, TOM);
    const remove = () =>
      withTenant(db, tenant.id, async (trx) => {
        await trx.deleteFrom('form_responses').where('id', '=', gone!.id).execute();
        await trx.deleteFrom('cx_personas').where('id', '=', tenant.personaIds[1]!).execute();
      });
    expect(await calculateWhile(tenant, { opened: remove })).toMatchObject({ processed: 1, personaIds: [tenant.personaIds[0]] });
    expect(await scoresOf(tenant)).toEqual(['0: 0 0 0.67 false --?']);
    expect(await countRows(tenant, 'response_outcomes')).toBe(1);
  });

  it.each([['weights', { missing: 'unmatched', rules: [{ ...RULES.rules[0], weight: 3 }, ...RULES.rules.slice(1)] }], ['a required mark', { ...RULES, rules: [{ ...RULES.rules[0], required: true }, ...RULES.rules.slice(1)] }]])(
    'writes no row of a response when only %s changed',
    async (_what, changed) => {
      const tenant = await newTenant(RULES);
      await store(tenant, MAYA, TOM, { location: 'London' });
      await calculateScores(frames, tenant.id, { personaIds: null });
      const before = await scoresOf(tenant);
      await withTenant(db, tenant.id, (trx) => addEdition(tenant.id, tenant.personaIds[0]!, 2, changed, trx));
      expect((await calculateScores(frames, tenant.id, { personaIds: null })).written).toBe(0);
      expect(await scoresOf(tenant)).not.toEqual(before);
    },
  );

  it('does the same inside the database when the frame does not fit into memory', async () => {
    const [large, small] = [await newTenant(RULES, OLDER), await newTenant(RULES, OLDER)];
    const answers = Array.from({ length: 300 }, (_, index) => ({ age: 18 + (index % 50), ...(index % 3 > 0 && { location: index % 2 ? 'London' : 'Leeds' }), plan: 'pro' }));
    const meanwhile = (tenant: Tenant, memoryBytes: number): Meanwhile => ({ memoryBytes, opened: () => submit(tenant, MAYA) });
    const found = [];
    for (const [tenant, memoryBytes] of [[large, 100], [small, 100_000_000]] as const) {
      await store(tenant, ...answers);
      const first = await calculateWhile(tenant, meanwhile(tenant, memoryBytes));
      await withTenant(db, tenant.id, (trx) => addEdition(tenant.id, tenant.personaIds[0]!, 2, OLDER, trx));
      await submit(tenant, TOM);
      const second = await calculateWhile(tenant, { memoryBytes });
      found.push({ first: { ...first, personaIds: [] }, second: { ...second, personaIds: [] }, scores: await scoresOf(tenant) });
    }
    expect(found[0]?.scores).toEqual(found[1]?.scores);
    expect(found[0]?.second).toEqual(found[1]?.second);
  });

  it('leaves nothing behind when it is stopped, or its connection killed, at any point', async () => {
    const tenant = await newTenant(RULES);
    await store(tenant, ...Array.from({ length: 5000 }, (_, index) => ({ age: index % 70, location: 'London' })));
    const stop = new AbortController();
    await expect(calculateWhile(tenant, { signal: stop.signal, opened: async () => stop.abort(new Error('stopping')) })).rejects.toThrow('stopping');
    await expect(calculateScores(frames, tenant.id, { personaIds: null, signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
    const kill = () => db.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'likeness' AND pid <> pg_backend_pid() AND state <> 'idle' AND datname = current_database()`);
    await expect(calculateWhile(tenant, { opened: kill })).rejects.toThrow();
    expect([await scoresOf(tenant), await editionsOf(tenant)]).toEqual([[], [null]]);
    expect((await calculateScores(frames, tenant.id, { personaIds: null })).written).toBe(5000);
  });

  it('one after the other when two are asked for at once', async () => {
    const tenant = await newTenant(RULES);
    await store(tenant, MAYA, TOM);
    const results = await Promise.all([1, 2, 3].map(() => calculateScores(frames, tenant.id, { personaIds: null })));
    expect(results.map(({ written }) => written).toSorted()).toEqual([0, 0, 2]);
  });
});

describe('openScorer', () => {
  it('answers and stores the scores of new responses, best first', async () => {
    const tenant = await newTenant(RULES, OLDER);
    await calculateScores(frames, tenant.id, { personaIds: null });
    expect(await submitOne(tenant, TOM)).toEqual([
      { personaId: tenant.personaIds[1], personaName: 'Persona 1', edition: 1, scoreHundredths: 10_000, band: 'strong', evidence: 1 },
      { personaId: tenant.personaIds[0], personaName: 'Persona 0', edition: 1, scoreHundredths: 0, band: 'weak', evidence: 2 / 3 },
    ]);
    expect(await scoresOf(tenant)).toEqual(['0: 0 0 0.67 false --?', '1: 100 2 1.00 true +']);
  });

  it('leaves personas alone that were never calculated, and drafts', async () => {
    const tenant = await newTenant(RULES, OLDER);
    await calculateScores(frames, tenant.id, { personaIds: [tenant.personaIds[0]!] });
    await submit(tenant, MAYA);
    await withTenant(db, tenant.id, (trx) => trx.updateTable('cx_personas').set({ status: 'archived' }).execute());
    await submit(tenant, MAYA);
    expect(await scoresOf(tenant)).toEqual(['0: 100 2 1.00 true +++']);
  });

  it('scores under the scored edition until the newer one is calculated', async () => {
    const tenant = await newTenant(RULES);
    await calculateScores(frames, tenant.id, { personaIds: null });
    await withTenant(db, tenant.id, (trx) => addEdition(tenant.id, tenant.personaIds[0]!, 2, OLDER, trx));
    const [score] = await submitOne(tenant, MAYA);
    expect(score).toMatchObject({ edition: 1, scoreHundredths: 10_000 });
  });

  it('does not keep what was compiled in a transaction that was rolled back', async () => {
    const tenant = await newTenant(RULES);
    await calculateScores(frames, tenant.id, { personaIds: null });
    const change = (trx: Trx, moderate: number) =>
      trx.updateTable('tenants').set({ settings: JSON.stringify({ bands: { moderate, strong: 99 } }), settings_revision: 2 }).where('id', '=', tenant.id).execute();
    await withTenant(db, tenant.id, async (trx) => {
      await change(trx, 10);
      await openScorer(trx, tenant.id);
      throw new Error('second thoughts');
    }).catch(() => undefined);
    await withTenant(db, tenant.id, (trx) => change(trx, 90));
    const [score] = await submitOne(tenant, { age: 31 });
    expect(score?.band).toBe('weak');
  });

  it('holds a calculation back until its transaction has ended, so that no score is lost', async () => {
    const tenant = await newTenant(RULES);
    await store(tenant, TOM);
    let calculating: Promise<unknown> = Promise.resolve();
    let hasEnded = false;
    await withTenant(db, tenant.id, async (trx) => {
      const scorer = await openScorer(trx, tenant.id);
      calculating = calculateScores(frames, tenant.id, { personaIds: null }).then(() => (hasEnded = true));
      await delay(150);
      await scorer.score(await insert(trx, tenant, [MAYA]));
      expect(hasEnded).toBe(false);
    });
    await calculating;
    expect(await scoresOf(tenant)).toHaveLength(2);
  });
});

describe('fault 10: batch calculation was one round trip per response, in one request, with errors swallowed', () => {
  it('takes a handful of statements for thousands of responses', async () => {
    const tenant = await newTenant(RULES);
    await store(tenant, ...Array.from({ length: 4000 }, () => MAYA));
    const spies = new Set<Mock>();
    const watch = (session: object): void => void spies.add(vi.spyOn(session as { query: () => unknown }, 'query'));
    db.app.on('acquire', watch);
    await calculateWhile(tenant, {});
    db.app.off('acquire', watch);
    let statements = 0;
    for (const spy of spies) {
      statements += spy.mock.calls.length;
      spy.mockRestore();
    }
    expect(statements).toBeGreaterThan(5);
    expect(statements).toBeLessThan(50);
    expect(await scoresOf(tenant)).toHaveLength(4000);
  });

  it('an error ends the calculation and is told, with nothing stored', async () => {
    const tenant = await newTenant(RULES, { rules: [{ nonsense: 1 }] });
    await store(tenant, MAYA);
    await expect(calculateScores(frames, tenant.id, { personaIds: null })).rejects.toThrow(/rules of persona \d+, edition 1, cannot be read/);
    expect(await scoresOf(tenant)).toEqual([]);
  });
});
