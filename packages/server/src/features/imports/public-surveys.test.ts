import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { createAnalyticsService } from '../analytics/analytics.service.ts';
import { createPortfolioService } from '../analytics/portfolio.service.ts';
import { createPersonaService } from '../personas/persona.service.ts';
import { requestRun } from '../runs/run.service.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { createEvolutionService } from '../snapshots/evolution.service.ts';
import type { ImportMapping } from './import.ts';
import { countRows, importWorld, NOW, readShared } from './import-world.testing.ts';

/**
 * Public survey files, which are not part of this repository (their licences differ), all the way through the server.
 * Two of them have figures that an independent program computed with exact fractions.
 */
const DATA = join(process.env['LIKENESS_SHARED'] ?? join(import.meta.dirname, '../../../../../../shared'), 'data');
const isHere = existsSync(DATA);
if (!isHere) console.info(`${DATA} is absent: the public surveys are not imported.`);

const db = await testDatabase();
const frames = testFrames(db);
const world = await importWorld(db);
const clock = fakeClock(NOW);
const runs = { requestRun, dispatchRuns: () => undefined };

type PersonasFile = { fields?: Record<string, { type: 'multi'; delimiter: string }>; personas: { name: string; mapping_rules: JsonObject }[] };
type ExpectedFigures = { mean_score: number; strong: number; moderate: number; weak: number; covered: number; coverage_pct: number };
type ExpectedMetrics = { metrics_over_covered: { nps: { answered: number; nps: number | null }; enjoyment: { answered: number; mean: number | null } } };
type Expected = {
  responses: number;
  per_persona: Record<string, ExpectedFigures>;
  overlap: { a: string; b: string; both: number; jaccard: number }[];
  union: { covered_by_any: number; union_coverage_pct: number; uncovered: number };
  per_period: Record<string, { responses: number; personas: Record<string, ExpectedFigures & ExpectedMetrics> }>;
};

const readFixture = (name: string): PersonasFile => JSON.parse(readFileSync(join(import.meta.dirname, `../../analysis/fixtures/${name}.personas.json`), 'utf8')) as PersonasFile;

function readExpected(name: string): Expected {
  const { results } = JSON.parse(readFileSync(join(DATA, name, 'expected.json'), 'utf8')) as { results: Record<string, Expected> };
  const [result] = Object.values(results);
  if (result === undefined) throw new Error(`no results for ${name}`);
  return result;
}

/** The proposed mapping, with what the personas file says about fields. */
const corrected = ({ fields = {} }: PersonasFile) => (mapping: ImportMapping): ImportMapping => ({
  ...mapping,
  columns: mapping.columns.map((column) => (column.field === undefined ? column : { ...column, field: { ...column.field, ...fields[column.field.label] } })),
});

async function addPersonas(caller: Caller, file: PersonasFile): Promise<Map<string, number>> {
  const service = createPersonaService({ db, clock, runs });
  const ids = new Map<string, number>();
  for (const { name, mapping_rules } of file.personas) {
    const { id } = await service.create(caller, { name, description: '', status: 'active', tags: [], card: { sections: [] }, sync_config: { auto_sync: true, sync_frequency: 'daily' }, mapping_rules });
    ids.set(name, id);
  }
  await calculateScores(frames, caller.tenantId, { personaIds: null });
  return ids;
}

async function expectFigures(caller: Caller, ids: Map<string, number>, expected: Expected): Promise<void> {
  const analytics = createAnalyticsService({ db, clock });
  for (const [name, wanted] of Object.entries(expected.per_persona)) {
    const figures = await analytics.getAnalytics(caller, ids.get(name) ?? 0, {});
    expect({ name, ...figures }).toMatchObject({
      name,
      match_statistics: { total_responses: expected.responses, distribution: { strong: wanted.strong, moderate: wanted.moderate, weak: wanted.weak } },
      coverage: { persona_customers: wanted.covered, total_customers: expected.responses, percentage: wanted.coverage_pct },
    });
    expect(figures.match_statistics.avg_match_score).toBeCloseTo(wanted.mean_score, 1);
  }
  const portfolio = await createPortfolioService({ db, clock, frames: testFrames(db) }).getPortfolio(caller, {});
  const { union, overlap } = expected;
  expect(portfolio.union.coverage).toMatchObject({ persona_customers: union.covered_by_any, percentage: union.union_coverage_pct });
  expect(portfolio.gap.persona_customers).toBe(union.uncovered);
  for (const { a, b, both, jaccard } of overlap) {
    const [first, second] = [ids.get(a), ids.get(b)];
    const found = portfolio.overlap.find((pair) => (pair.a === first && pair.b === second) || (pair.a === second && pair.b === first));
    expect({ a, b, both: found?.both }).toEqual({ a, b, both });
    expect(found?.jaccard).toBeCloseTo(jaccard, 4);
  }
}

describe('the public surveys, imported', () => {
  it('give the figures that were computed elsewhere: the R community survey, with its history', async () => {
    if (!isHere) return;
    const ann = await newTenant(db);
    const file = readFixture('r-community-survey');
    const ids = await addPersonas(ann, file);
    const expected = readExpected('r-community-survey');
    const [name, bytes] = readShared(join(DATA, 'r-community-survey/2018-english-form-responses.tsv'));
    const { run, import: done } = await world.import(ann, name, bytes, corrected(file));
    expect(run.result).toMatchObject({ rows: 3062, stored: 3062, refused: 0 });
    expect(done.report?.days).toEqual({ first: '2018-12-06', last: '2019-01-01' });
    await expectFigures(ann, ids, expected);

    const history = new Map((await createEvolutionService({ db, clock }).list(ann, ids.get('champ') ?? 0, 3650)).map((one) => [one.snapshot_date, one]));
    for (const [day, { responses, personas }] of Object.entries(expected.per_period)) {
      const wanted = personas['champ'];
      const snapshot = history.get(day);
      if (wanted === undefined) throw new Error(`nothing expected of ${day}`);
      expect({ day, ...snapshot }).toMatchObject({ day, response_count: responses, behavioral_data: { matches: wanted.covered, strong: wanted.strong, moderate: wanted.moderate, weak: wanted.weak } });
      const { nps, enjoyment } = wanted.metrics_over_covered;
      expect([snapshot?.metric_details['nps']?.n, snapshot?.metric_details['satisfaction']?.n]).toEqual([nps.answered, enjoyment.answered]);
      expect(snapshot?.metrics.nps ?? 0).toBeCloseTo(nps.nps ?? 0, 1);
      expect(snapshot?.metrics.satisfaction ?? 0).toBeCloseTo(enjoyment.mean ?? 0, 1);
    }

    await world.run(ann, done.id, 'undo');
    expect(await countRows(db, ann)).toEqual({ imports: 1 });
  }, 120_000);

  it('give the figures that were computed elsewhere: 45,211 bank customers', async () => {
    if (!isHere) return;
    const ann = await newTenant(db);
    const file = readFixture('uci-bank-marketing');
    const ids = await addPersonas(ann, file);
    const [name, bytes] = readShared(join(DATA, 'uci-bank-marketing/bank-full.csv'));
    const { run } = await world.import(ann, name, bytes, corrected(file));
    expect(run.result).toMatchObject({ rows: 45_211, stored: 45_211, refused: 0 });
    await expectFigures(ann, ids, readExpected('uci-bank-marketing'));
  }, 120_000);

  it.each([
    ['StarWars.csv', 1186, 33],
    ['Cloud_Native_Survey_2019.csv', 1337, 166],
    ['qualtrics-sample.csv', 1, 20],
    ['2019-spanish-responses.xlsx', 338, 52],
    ['food-world-cup-data.csv', 1373, 48],
    ['poll-of-pollsters-anonymous-answers-3.tsv', 16, 59],
  ])('%s goes in and comes out again', async (name, rows, mostFields) => {
    if (!isHere) return;
    const ann = await newTenant(db);
    const { run, import: done } = await world.import(ann, ...readShared(join(DATA, 'awkward-exports', name)));
    expect(run.result).toMatchObject({ rows, stored: rows, already_there: 0, refused: 0 });
    expect((await countRows(db, ann))['form_fields']).toBeLessThanOrEqual(mostFields);
    const keys = await readTenant(db, ann.tenantId, (trx) => trx.selectFrom('form_responses').select('response_data').execute());
    expect(keys.some(({ response_data }) => Object.keys(response_data).length > 1)).toBe(true);
    await world.run(ann, done.id, 'undo');
    expect(await countRows(db, ann)).toEqual({ imports: 1 });
  }, 60_000);

  it.each([
    ['CNCF_Maintainers_Survey_2020_H2_Summary.csv', /summary/],
    ['Cloud_Native_Survey_2021-Part_1.xlsx', /a sheet for each question/],
  ])('%s is refused in words and leaves nothing', async (name, detail) => {
    if (!isHere) return;
    const ann = await newTenant(db);
    const answer = await world.upload(ann, ...readShared(join(DATA, 'awkward-exports', name)));
    expect(answer).toMatchObject({ status: 422, body: { code: 'file_refused', detail: expect.stringMatching(detail) } });
    expect(await countRows(db, ann)).toEqual({});
  });
});
