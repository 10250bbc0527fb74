import { operations } from '@likeness/contract';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { addPersona, addResponses, makeSmallSurvey, makeTenant } from '../analytics/small-survey.testing.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { createTopMatchService } from './top-matches.service.ts';

const db = await testDatabase();
const frames = testFrames(db);
const topMatches = createTopMatchService({ db });
const theirs = await makeSmallSurvey(db, 2);
const { caller, maya, responseIds } = await makeSmallSurvey(db, 1);

describe('getTopMatches', () => {
  it('gives the best first, with the reason for each rule', async () => {
    const page = await topMatches.getTopMatches(caller, maya, { limit: 10 });
    expect(operations.getTopMatches.answers[200].schema.parse(page)).toEqual(page);
    expect(page.next_cursor).toBe(null);
    // Equal scores: more evidence first, then older.
    const [first, second, third, fourth, fifth, sixth] = responseIds;
    expect(page.items.map((item) => item.response_id)).toEqual([first, fourth, third, second, fifth, sixth]);
    expect(page.items[2]).toEqual({
      response_id: third, match_score: 66.67, band: 'moderate', evidence: 2 / 3, submitted_at: '2026-03-29T23:30:00.000Z',
      response_data: { Age: '35 ', location: 'london', plan: '' },
      matched_attributes: {
        age: { expected: { min: 25, max: 40 }, actual: '35 ', match: true, answered: true },
        location: { expected: ['London'], actual: 'london', match: true, answered: true },
        plan: { expected: ['pro'], actual: null, match: false, answered: false },
      },
    });
    expect(page.items[1]?.matched_attributes.age?.actual).toBe('28');
  });

  it('shows responses of the window only', async () => {
    const page = await topMatches.getTopMatches(caller, maya, { limit: 10, startDate: '2026-03-29', endDate: '2026-03-29' });
    expect(page.items.map((item) => item.response_id)).toEqual([responseIds[1]]);
  });

  it('has an empty page for a persona without scores, and none for a persona of a neighbour', async () => {
    const draft = await addPersona(db, 1, 'No rules', null, 'draft');
    expect(await topMatches.getTopMatches(caller, draft, { limit: 10 })).toEqual({ items: [], next_cursor: null });
    await expect(topMatches.getTopMatches(caller, theirs.maya, { limit: 10 })).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each(['x', 'W10', Buffer.from('["a","b","c","d"]').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])(
    'refuses the cursor %s of no list of ours',
    async (cursor) => {
      await expect(topMatches.getTopMatches(caller, maya, { limit: 10, cursor })).rejects.toMatchObject({ code: 'invalid_input' });
    },
  );
});

describe('fault 12 of the original: pagination was promised and missing', () => {
  it('pages through all responses once, in one order, whatever comes in between', async () => {
    const { caller: reader, formIds } = await makeTenant(db, 3);
    const persona = await addPersona(db, 3, 'Londoner', { missing: 'ignore', rules: [{ attribute: 'city', is: { in: ['London'] } }, { attribute: 'plan', is: { in: ['pro'] } }] });
    const [formId = 0] = formIds;
    // Many ties on purpose: of score, of evidence and of time.
    const rows = Array.from({ length: 57 }, (_, index) => ({
      who: null,
      at: new Date(Date.UTC(2026, 0, 1 + (index % 4))).toISOString(),
      data: { city: index % 3 === 0 ? 'Leeds' : 'London', plan: index % 5 === 0 ? 'pro' : null },
    }));
    await addResponses(db, 3, formId, rows);
    await calculateScores(frames, 3, { personaIds: null });
    const all = await topMatches.getTopMatches(reader, persona, { limit: 100 });

    const paged: typeof all.items = [];
    let cursor: string | undefined;
    do {
      const page = await topMatches.getTopMatches(reader, persona, { limit: 10, cursor });
      paged.push(...page.items);
      cursor = page.next_cursor ?? undefined;
      if (paged.length === 20) {
        await addResponses(db, 3, formId, [{ who: null, at: '2025-01-01T00:00:00Z', data: { city: 'London', plan: 'pro' } }]);
        await calculateScores(frames, 3, { personaIds: null });
      }
    } while (cursor !== undefined);
    expect(paged).toEqual(all.items);
    expect(new Set(paged.map((item) => item.response_id)).size).toBe(57);
    const rank = (item: (typeof paged)[number]): number[] => [-item.match_score, -item.evidence, Date.parse(item.submitted_at), item.response_id];
    const compare = (a: number[], b: number[]): number => a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
    expect(paged).toEqual(paged.toSorted((a, b) => compare(rank(a), rank(b))));
  });
});
