import { createAnalyticsService, type Database, systemCaller, systemClock } from '@likeness/server/bench';
import { withBenchDatabase } from './bench-database.ts';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { medianMs, toCount } from './measure.ts';
import { makeScoredSurvey } from './scored-survey.ts';

/** How much faster are a dashboard's figures than with the original's tables and queries, over the same responses? */
export const benchmark: Benchmark = { targets: { 'analytics-vs-original': { atLeast: 50 } }, run: compare };

const TENANT_ID = 1;

async function compare({ isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const responseCount = isQuick ? 30_000 : 1_000_000;
  return withBenchDatabase(async (db) => {
    const { personaIds: [personaId = 0] } = await makeScoredSurvey(db, { tenantId: TENANT_ID, responseCount });
    await makeOriginalTables(db);
    const analytics = createAnalyticsService({ db, clock: systemClock });
    const caller = systemCaller(TENANT_ID);
    const own = await analytics.getAnalytics(caller, personaId, {});
    const theirs = await readAsOriginal(db, personaId);
    const { strong, moderate, weak } = own.match_statistics.distribution;
    // Scores are the same; what follows from them differs where the original was wrong (it counted responses, not people).
    if (theirs.total !== responseCount || theirs.strong !== strong || theirs.total !== strong + moderate + weak) throw new Error('The two ways to count disagree');
    const ownMs = await medianMs(isQuick ? 50 : 300, () => analytics.getAnalytics(caller, personaId, {}));
    const originalMs = await medianMs(isQuick ? 5 : 9, () => readAsOriginal(db, personaId));
    return [{
      name: 'analytics-vs-original',
      ratio: originalMs / ownMs,
      unit: 'analytics of one persona, one client',
      against: 'the original’s queries on its tables, with its indexes',
      detail: `${ownMs.toFixed(2)} ms, the original ${originalMs.toFixed(1)} ms; ${toCount(responseCount)} responses`,
    }];
  });
}

/** The original's tables as its summary has them, filled with the same scores. */
async function makeOriginalTables(db: Database): Promise<void> {
  await db.owner.query(`
    CREATE TABLE original_responses (id serial PRIMARY KEY, tenant_id integer NOT NULL, form_id integer NOT NULL, data jsonb NOT NULL, created_at timestamp NOT NULL);
    INSERT INTO original_responses SELECT id, tenant_id, form_id, response_data, submitted_at FROM form_responses;
    CREATE INDEX ON original_responses (tenant_id);
    CREATE TABLE original_matches (
      id serial PRIMARY KEY, persona_id integer NOT NULL, response_id integer NOT NULL REFERENCES original_responses (id),
      match_score decimal(5, 2) NOT NULL, matched_attributes jsonb, created_at timestamp DEFAULT now(), UNIQUE (persona_id, response_id));
    INSERT INTO original_matches (persona_id, response_id, match_score, matched_attributes)
      SELECT o.persona_id, o.response_id, s.match_score, '{"age": {"match": true, "actual": 31, "expected": {"max": 45, "min": 28}}}'
      FROM response_outcomes o JOIN outcome_scores s USING (tenant_id, persona_id, rule_outcomes);
    CREATE INDEX ON original_matches (persona_id);
    CREATE INDEX ON original_matches (match_score)`);
  await db.owner.query('VACUUM ANALYZE original_responses, original_matches');
}

/** Its getPersonaMetrics: statistics and distribution of the scores, coverage, the newest snapshot; one query each. */
async function readAsOriginal(db: Database, personaId: number): Promise<{ total: number; strong: number }> {
  await db.owner.query('SELECT * FROM cx_personas WHERE id = $1 AND tenant_id = $2', [personaId, TENANT_ID]);
  const { rows } = await db.owner.query<{ total: number; strong: number }>(
    `SELECT count(*) AS total, avg(match_score) AS average, max(match_score) AS best, min(match_score) AS worst,
       count(CASE WHEN match_score >= 70 THEN 1 END) AS strong,
       count(CASE WHEN match_score >= 50 AND match_score < 70 THEN 1 END) AS moderate,
       count(CASE WHEN match_score < 50 THEN 1 END) AS weak
     FROM original_matches pm JOIN original_responses fr ON fr.id = pm.response_id
     WHERE pm.persona_id = $1 AND fr.tenant_id = $2`,
    [personaId, TENANT_ID],
  );
  await db.owner.query(
    `SELECT count(DISTINCT pm.response_id) AS persona_customers, (SELECT count(DISTINCT id) FROM original_responses WHERE tenant_id = $2) AS total_customers
     FROM original_matches pm WHERE pm.persona_id = $1 AND pm.match_score >= 50`,
    [personaId, TENANT_ID],
  );
  await db.owner.query('SELECT * FROM persona_data_snapshots WHERE persona_id = $1 ORDER BY snapshot_date DESC LIMIT 1', [personaId]);
  const [statistics] = rows;
  if (statistics === undefined) throw new Error('An aggregate answered no row');
  return statistics;
}
