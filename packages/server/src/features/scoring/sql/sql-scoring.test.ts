import { attributesOf, compileSqlScores, evaluateNaively, toBand, toEvidenceRatio, toScore, type RuleOutcome, type RuleSet } from '@likeness/core';
import { arbitraryFields, arbitraryResponse, arbitraryRuleSet } from '@likeness/core/testing';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { withTenant } from '../../../db/tenant-scope.ts';
import { testDatabase } from '../../../testing/index.ts';
import { countBySql } from './count-by-sql.ts';
import { scoreBySql } from './score-by-sql.ts';
import { makeWorld, readResponses, readScores, scoresBy, storeResponses, toMoment, toPersonas, type World, type WorldResponse } from './sql-world.testing.ts';

const db = await testDatabase();

let lastTenant = 0;
const inWorld = <T>(fields: Parameters<typeof makeWorld>[3], work: (world: World) => Promise<T>): Promise<T> => {
  const tenantId = ++lastTenant;
  return withTenant(db, tenantId, async (trx, session) => work(await makeWorld(trx, session, tenantId, fields)));
};

/** What JSONB can hold: no NUL, no half of a surrogate pair. */
const storable = arbitraryResponse.map((response) => JSON.stringify(response)).filter((json) => !/\\u0000|\\ud[89a-f]/iu.test(json));
const arbitraryStored: fc.Arbitrary<WorldResponse> = fc.record({
  form: fc.nat({ max: 2 }),
  json: storable,
  person: fc.option(fc.nat({ max: 5 })),
  minute: fc.nat({ max: 9 }),
});
const thresholds = fc.constantFrom({ moderate: 5000, strong: 7000 }, { moderate: 0, strong: 10_000 }, { moderate: 3333, strong: 6667 });
const arbitraryWorld = fc.record({
  ruleSets: fc.array(arbitraryRuleSet, { minLength: 1, maxLength: 5 }),
  fields: fc.tuple(arbitraryFields, arbitraryFields, arbitraryFields).map((fields) => [...fields]),
  first: fc.array(arbitraryStored, { minLength: 20, maxLength: 40 }),
  later: fc.array(arbitraryStored, { maxLength: 12 }),
  limits: thresholds,
});

/** What is the window's distribution, by the naive interpreter and a plain walk over all responses? */
async function countPlainly(world: World, ruleSets: readonly RuleSet[], isInside: (submittedAt: Date) => boolean): Promise<Record<string, [number, number]>> {
  const inside = (await readResponses(world)).filter(({ submittedAt }) => isInside(submittedAt));
  const latest = new Map<number, (typeof inside)[number]>();
  for (const response of inside.toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || a.id - b.id)) latest.set(response.respondent, response);
  const counts: Record<string, [number, number]> = {};
  for (const response of inside) {
    const key = ruleSets
      .map((ruleSet) => evaluateNaively(ruleSet, world.dictionaryOf(response.formId), response.data).outcomes.map((one) => ({ matched: '+', unmatched: '-', unanswered: '?' })[one]).join(''))
      .join(' ');
    const count = (counts[key] ??= [0, 0]);
    count[0] += 1;
    if (latest.get(response.respondent)?.id === response.id) count[1] += 1;
  }
  return counts;
}

async function countAll(...[source, question]: Parameters<typeof countBySql>): Promise<Record<string, [number, number]>> {
  const counts: Record<string, [number, number]> = {};
  for await (const batch of countBySql(source, question)) {
    for (const { ruleOutcomes, responses, respondents } of batch) counts[ruleOutcomes.join(' ')] = [responses, respondents];
  }
  return counts;
}

const bySigns = (a: Record<string, unknown>, b: Record<string, unknown>): number => (String(a['rule_outcomes']) < String(b['rule_outcomes']) ? -1 : 1);
const ALL = { from: null, to: null };
const AGE: RuleSet = { missing: 'unmatched', rules: [{ condition: { attribute: 'age', is: { atLeast: 18 } }, weight: 1000, required: false, label: 'age' }] };
const answers = (...given: unknown[]): WorldResponse[] => given.map((one, minute) => ({ form: 0, json: JSON.stringify(one), person: null, minute }));

// A neighbour whose responses must never turn up.
await inWorld([[]], (world) => storeResponses(world, answers({ age: 30 }, { age: 10 }, { city: 'London', goals: ['R'] })));

describe('scoreBySql', () => {
  it('scores as the naive interpreter does, whatever the rules, forms and answers, and what comes later', async () => {
    let scored = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryWorld, ({ ruleSets, fields, first, later, limits }) =>
        inWorld(fields, async (world) => {
          const ids = await storeResponses(world, first);
          const scoring = await scoreBySql(world, toPersonas(ruleSets));
          expect(await scoring.stage()).toBe(first.length);
          if (ids[0] !== undefined) await world.trx.deleteFrom('form_responses').where('tenant_id', '=', world.tenantId).where('id', '=', ids[0]).execute();
          await storeResponses(world, later);
          await scoring.stage();
          await scoring.settle(limits);
          const scores = await readScores(world);
          // The one that was erased meanwhile is whoever's merges the scores to leave out.
          for (const position of ruleSets.keys()) delete scores[`${position}: ${ids[0]}`];
          expect(scores).toEqual(await scoresBy(world, ruleSets, (ruleSet, dictionary, data) => evaluateNaively(ruleSet, dictionary, data, limits)));
          scored += Object.keys(scores).length;
        }),
      ),
      { numRuns: 60 },
    );
    expect(scored).toBeGreaterThan(3000);
  }, 120_000);

  it('scores again what a key nobody had used before turns out to be in', () =>
    inWorld([[{ name: 'age', aliases: ['years'] }]], async (world) => {
      await storeResponses(world, answers({ age: 20 }, { age: ['x', null] }));
      const scoring = await scoreBySql(world, toPersonas([AGE]));
      let hasCome = false;
      await scoring.stage({
        report: async () => {
          if (!hasCome) await storeResponses(world, answers({ years: 30 }, { Age: '', years: 3 }, { age: null, years: ['x', 44] }));
          hasCome = true;
        },
      });
      await scoring.settle({ moderate: 5000, strong: 7000 });
      expect(Object.values(await readScores(world)).map((score) => score.rule_outcomes).toSorted()).toEqual(['+', '+', '+', '-', '-'].toSorted());
    }));

  it('tells how far it is and stops when asked to', () =>
    inWorld([[]], async (world) => {
      await storeResponses(world, answers({ age: 20 }, { age: 10 }, {}));
      const scoring = await scoreBySql(world, toPersonas([AGE]));
      const told: number[] = [];
      await expect(scoring.stage({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
      const again = await scoreBySql(world, toPersonas([AGE]));
      expect(await again.stage({ report: async (done) => void told.push(done) })).toBe(3);
      expect(told).toEqual([3]);
      expect(await again.stage()).toBe(0);
    }));

  it('scores rule sets of very many attributes, and none', () =>
    inWorld([[]], async (world) => {
      const wide: RuleSet = {
        missing: 'ignore',
        rules: Array.from({ length: 120 }, (_, index) => ({ ...AGE.rules[0]!, condition: { attribute: `q${index}`, is: { in: ['yes'] } }, label: `q${index}` })),
      };
      expect(attributesOf(wide)).toHaveLength(120);
      const ruleSets = [AGE, wide, AGE];
      await storeResponses(world, answers({ age: 40, q7: 'Yes', q99: 'no', q119: ' YES ' }, { q0: 'yes' }, {}));
      const scoring = await scoreBySql(world, toPersonas(ruleSets));
      await scoring.stage();
      await scoring.settle({ moderate: 5000, strong: 7000 });
      expect(await readScores(world)).toEqual(await scoresBy(world, ruleSets, (ruleSet, dictionary, data) => evaluateNaively(ruleSet, dictionary, data)));
      const nobody = await scoreBySql(world, []);
      await nobody.stage();
      await nobody.settle({ moderate: 5000, strong: 7000 });
      expect(await readScores(world)).toEqual({});
    }));

  it('values every combination of outcomes as toScore does', () =>
    inWorld([[]], (world) =>
      fc.assert(
        fc.asyncProperty(arbitraryRuleSet, thresholds, async (ruleSet, limits) => {
          const combinations = ruleSet.rules.reduce<string[]>((found) => found.flatMap((signs) => [`${signs}+`, `${signs}-`, `${signs}?`]), ['']);
          const { rows } = await sql<Record<string, unknown>>`
            with outcomes as (select * from unnest(${combinations}::text[]) as o (rule_outcomes))
            ${sql.raw(compileSqlScores(ruleSet, limits))}`.execute(world.trx);
          const expected = combinations.map((signs) => {
            const score = toScore(ruleSet, [...signs].map((sign): RuleOutcome => (sign === '+' ? 'matched' : sign === '-' ? 'unmatched' : 'unanswered')), limits);
            return {
              rule_outcomes: signs, matched_weight: score.matchedWeight, answered_weight: score.answeredWeight, total_weight: score.totalWeight,
              score_hundredths: score.scoreHundredths, band: ['weak', 'moderate', 'strong'].indexOf(score.band),
              evidence: toEvidenceRatio(score), every_rule: score.everyRule,
            };
          });
          expect(rows.toSorted(bySigns)).toEqual(expected.toSorted(bySigns));
        }),
      ),
    ));

  it('keeps the band of an exact fraction beside the score rounded to it', () =>
    inWorld([[]], async (world) => {
      const third = (weight: number, attribute: string): RuleSet['rules'][number] => ({ ...AGE.rules[0]!, condition: { attribute, is: { answered: true } }, weight, label: attribute });
      const ruleSet: RuleSet = { missing: 'unmatched', rules: [third(69_996, 'a'), third(30_004, 'b')] };
      await storeResponses(world, answers({ a: 1 }));
      const scoring = await scoreBySql(world, toPersonas([ruleSet]));
      await scoring.stage();
      await scoring.settle({ moderate: 5000, strong: 7000 });
      expect(Object.values(await readScores(world))).toEqual([{ rule_outcomes: '+-', match_score: '70.00', band: 1, evidence: 1, every_rule: false }]);
      expect(toBand(69_996, 100_000, { moderate: 5000, strong: 7000 })).toBe('moderate');
    }));
});

describe('countBySql', () => {
  it('counts responses and people of any window as a plain walk does', async () => {
    const minute = fc.option(fc.nat({ max: 10 }));
    await fc.assert(
      fc.asyncProperty(arbitraryWorld, minute, minute, ({ ruleSets, fields, first }, from, to) =>
        inWorld(fields, async (world) => {
          await storeResponses(world, first);
          const window = { from: from === null ? null : toMoment(from), to: to === null ? null : toMoment(to) };
          const isInside = (at: Date): boolean => (window.from === null || at >= window.from) && (window.to === null || at < window.to);
          expect(await countAll(world, { ruleSets, window })).toEqual(await countPlainly(world, ruleSets, isInside));
        }),
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('stops when asked to, and can be asked again', () =>
    inWorld([[]], async (world) => {
      await storeResponses(world, answers({ age: 20 }, { age: 10 }));
      await expect(countAll(world, { ruleSets: [AGE], window: ALL, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
      expect(await countAll(world, { ruleSets: [AGE], window: ALL })).toEqual({ '+': [1, 1], '-': [1, 1] });
    }));
});
