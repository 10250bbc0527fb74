import { compilePredicates, dayOf, parseRuleSet } from '@likeness/core';
import { describe, expect, it } from 'vitest';
import { readTenant } from '../../db/tenant-scope.ts';
import { newForm, newHome, store, testFrames, type Home } from '../../testing/frame-world.ts';
import { testDatabase } from '../../testing/index.ts';
import { generateDemoResponses } from '../demo/generate-demo-responses.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';

const db = await testDatabase();
const { frames } = testFrames(db);
const RULES = { age: { min: 25, max: 40 }, location: ['London', 'Manchester'] };
const WINDOWS = [{ startDate: null, endDate: null }, { startDate: '2025-11-01', endDate: '2026-01-31' }, { startDate: '2026-05-01', endDate: null }];

/** The same count, one response after the other, from what the database has. */
async function countOneByOne({ tenantId }: Home, { startDate, endDate }: (typeof WINDOWS)[number]) {
  const parsed = parseRuleSet(RULES);
  if (!parsed.ok) throw new Error('The rules do not parse');
  return readTenant(db, tenantId, async (trx) => {
    const dictionaries = await loadDictionaries(trx, tenantId);
    const rows = await trx.selectFrom('form_responses').selectAll().where('tenant_id', '=', tenantId).orderBy('submitted_at').orderBy('id').execute();
    const latest = new Map<string, boolean>();
    let responses = 0;
    for (const row of rows) {
      const day = dayOf(row.submitted_at, dictionaries.timeZone);
      if ((startDate !== null && day < startDate) || (endDate !== null && day > endDate)) continue;
      const [score] = compilePredicates([parsed.ruleSet], dictionaries.forForm(row.form_id), dictionaries.thresholds).scoreAll(row.response_data);
      const isMatching = score?.band !== 'weak';
      responses += Number(isMatching);
      latest.set(row.respondent_id === null ? `response ${row.id}` : `person ${row.respondent_id}`, isMatching);
    }
    return { responses, respondents: [...latest.values()].filter(Boolean).length };
  });
}

describe('the frame of the demo', () => {
  it('counts responses and people as one by one, in any window', async () => {
    const home = await newHome(db, { timeZone: 'Europe/London' });
    const forms = [home.formId, await newForm(db, home.tenantId), await newForm(db, home.tenantId), await newForm(db, home.tenantId)];
    const responses = generateDemoResponses(new Date('2026-06-01T00:00:00Z'), 7, 1500);
    for (const [form, formId] of forms.entries()) {
      const rows = responses.filter((response) => response.form === form);
      await store(db, { ...home, formId }, rows.map(({ responseData, respondentKey, submittedAt }) => ({
        data: responseData, at: submittedAt.toISOString(), ...(respondentKey !== null && { person: respondentKey }),
      })));
    }
    for (const window of WINDOWS) {
      const expected = await countOneByOne(home, window);
      expect(expected.responses).toBeGreaterThan(expected.respondents);
      expect(await frames.run(home.tenantId, 'count', { rules: RULES, window })).toEqual(expected);
    }
  });
});
