import { createAnalyticsService, type Database, systemCaller, systemClock } from '@likeness/server/bench';
import type { BenchmarkResult } from './benchmark.ts';
import type { LoadedSurvey } from './load-survey.ts';
import { medianMs, toCount } from './measure.ts';

const SAMPLES_OF_OWN = 50;

/**
 * How much faster are a dashboard's figures than with the original's tables and queries, over the same responses?
 *
 * The original's tables hold the matches of one persona alone, which is kind to it.
 */
export async function compareWithOriginal(db: Database, survey: LoadedSurvey, samples: number): Promise<BenchmarkResult[]> {
  const { tenantId, responseCount, personaIds: [personaId = 0] } = survey;
  const persona = { tenantId, personaId };
  await makeOriginalTables(db, persona);
  const caller = systemCaller(tenantId);
  const analytics = createAnalyticsService({ db, clock: systemClock });
  const anew = createAnalyticsService({ db, clock: systemClock, remembers: false });
  const own = await analytics.getAnalytics(caller, personaId, {});
  const theirs = await readAsOriginal(db, persona);
  const { strong, moderate, weak } = own.match_statistics.distribution;
  // Scores are the same; what follows from them differs where the original was wrong (it counted responses, not people).
  if (theirs.total !== responseCount || theirs.strong !== strong || theirs.total !== strong + moderate + weak) throw new Error('The two ways to count disagree');
  const originalMs = await medianMs(samples, () => readAsOriginal(db, persona));
  const toResult = async (name: string, unit: string, service: typeof analytics): Promise<BenchmarkResult> => {
    const ownMs = await medianMs(samples * SAMPLES_OF_OWN, () => service.getAnalytics(caller, personaId, {}));
    return {
      name, ratio: originalMs / ownMs, unit, against: 'the original’s queries on its tables, with its indexes',
      detail: `${ownMs.toFixed(2)} ms, the original ${originalMs.toFixed(1)} ms; ${toCount(responseCount)} responses`,
    };
  };
  return [
    await toResult('analytics-vs-original', 'analytics of one persona, one client, counts remembered', analytics),
    await toResult('analytics-anew-vs-original', 'analytics of one persona, one client, nothing remembered', anew),
  ];
}

type Persona = { tenantId: number; personaId: number };

/** The original's tables as its summary has them, filled with the same scores. */
async function makeOriginalTables(db: Database, { tenantId, personaId }: Persona): Promise<void> {
  await db.owner.query(`
    CREATE TABLE original_responses (id serial PRIMARY KEY, tenant_id integer NOT NULL, form_id integer NOT NULL, data jsonb NOT NULL, created_at timestamp NOT NULL);
    INSERT INTO original_responses SELECT id, tenant_id, form_id, response_data, submitted_at FROM form_responses WHERE tenant_id = ${tenantId};
    CREATE INDEX ON original_responses (tenant_id);
    CREATE TABLE original_matches (
      id serial PRIMARY KEY, persona_id integer NOT NULL, response_id integer NOT NULL REFERENCES original_responses (id),
      match_score decimal(5, 2) NOT NULL, matched_attributes jsonb, created_at timestamp DEFAULT now(), UNIQUE (persona_id, response_id));
    INSERT INTO original_matches (persona_id, response_id, match_score, matched_attributes)
      SELECT o.persona_id, o.response_id, s.match_score, '{"age": {"match": true, "actual": 31, "expected": {"max": 45, "min": 28}}}'
      FROM response_outcomes o JOIN outcome_scores s USING (tenant_id, persona_id, rule_outcomes)
      WHERE o.tenant_id = ${tenantId} AND o.persona_id = ${personaId};
    CREATE INDEX ON original_matches (persona_id);
    CREATE INDEX ON original_matches (match_score)`);
  await db.owner.query('VACUUM ANALYZE original_responses, original_matches');
}

/** Its getPersonaMetrics: statistics and distribution of the scores, coverage, the newest snapshot; one query each. */
async function readAsOriginal(db: Database, { tenantId, personaId }: Persona): Promise<{ total: number; strong: number }> {
  await db.owner.query('SELECT * FROM cx_personas WHERE id = $1 AND tenant_id = $2', [personaId, tenantId]);
  const { rows } = await db.owner.query<{ total: number; strong: number }>(
    `SELECT count(*) AS total, avg(match_score) AS average, max(match_score) AS best, min(match_score) AS worst,
       count(CASE WHEN match_score >= 70 THEN 1 END) AS strong,
       count(CASE WHEN match_score >= 50 AND match_score < 70 THEN 1 END) AS moderate,
       count(CASE WHEN match_score < 50 THEN 1 END) AS weak
     FROM original_matches pm JOIN original_responses fr ON fr.id = pm.response_id
     WHERE pm.persona_id = $1 AND fr.tenant_id = $2`,
    [personaId, tenantId],
  );
  await db.owner.query(
    `SELECT count(DISTINCT pm.response_id) AS persona_customers, (SELECT count(DISTINCT id) FROM original_responses WHERE tenant_id = $2) AS total_customers
     FROM original_matches pm WHERE pm.persona_id = $1 AND pm.match_score >= 50`,
    [personaId, tenantId],
  );
  await db.owner.query('SELECT * FROM persona_data_snapshots WHERE persona_id = $1 ORDER BY snapshot_date DESC LIMIT 1', [personaId]);
  const [statistics] = rows;
  if (statistics === undefined) throw new Error('An aggregate answered no row');
  return statistics;
}
