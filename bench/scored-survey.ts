import { type Database, calculateScores, createFrameService } from '@likeness/server/bench';
import { type LoadedSurvey, type LoadSurveyOptions, loadSurvey } from './load-survey.ts';

/** A survey that the product has scored and counted, with a year of snapshots of its personas up to today. */
export async function makeScoredSurvey(db: Database, options: LoadSurveyOptions): Promise<LoadedSurvey> {
  const survey = await loadSurvey(db, options);
  await score(db, survey.tenantId);
  await requireAllCounted(db, survey);
  await writeSnapshots(db, survey.tenantId);
  await db.owner.query('VACUUM ANALYZE response_outcomes, outcome_scores, persona_day_counts, persona_outcome_counts, persona_data_snapshots');
  return survey;
}

const FRAME_MEMORY_BYTES = 2_000_000_000;

async function score(db: Database, tenantId: number): Promise<void> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const frames = createFrameService({ db, log, memoryBytes: FRAME_MEMORY_BYTES, threads: 1 });
  try {
    await calculateScores(frames, tenantId, { personaIds: null });
  } finally {
    await frames.close();
  }
}

async function requireAllCounted(db: Database, { tenantId, personaIds, responseCount }: LoadedSurvey): Promise<void> {
  const { rows } = await db.owner.query<{ counted: number }>('SELECT sum(responses)::bigint AS counted FROM persona_day_counts WHERE tenant_id = $1', [tenantId]);
  const expected = personaIds.length * responseCount;
  if (rows[0]?.counted !== expected) throw new Error(`${rows[0]?.counted ?? 0} of ${expected} scores were counted`);
}

/** As the nightly sync would write them, without reading the answers of a year: it is their number and size that matters. */
async function writeSnapshots(db: Database, tenantId: number): Promise<void> {
  await db.owner.query(
    `INSERT INTO persona_data_snapshots
       (tenant_id, persona_id, snapshot_date, edition, is_complete, response_count, metrics, demographics, behavioral_data, fingerprint)
     SELECT p.tenant_id, p.id, current_date - back, 1, back > 0, 2740,
       $2::jsonb, $3::jsonb, '{"matches": 800, "strong": 300, "moderate": 500, "weak": 1940, "avg_match_score": 41.27, "avg_evidence": 0.9512}', ''
     FROM cx_personas p CROSS JOIN generate_series(0, 364) AS back
     WHERE p.tenant_id = $1`,
    [tenantId, JSON.stringify(METRICS), JSON.stringify(DEMOGRAPHICS)],
  );
}

const DETAIL = { n: 760, sd: 1.4132, interval: [2.91, 3.11], rejected: 0 };
const METRICS = {
  satisfaction: 3.01, loyalty: 5.02, trust: null, effort: null, nps: -17.25,
  details: { satisfaction: DETAIL, loyalty: DETAIL, trust: { n: 0, sd: null, interval: null, rejected: 0 }, effort: { n: 0, sd: null, interval: null, rejected: 0 }, nps: DETAIL },
};
const DEMOGRAPHICS = {
  age: { '30-39': 310, '40-49': 290, '20-29': 120, '50-59': 80 },
  location: { london: 280, manchester: 150, leeds: 110, bristol: 90, paris: 70, lyon: 60, berlin: 40 },
};
