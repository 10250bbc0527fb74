import { compileDictionary, compilePredicate, formatScore, parseRuleSet, toEvidenceRatio } from '@likeness/core';
import type { CompiledPredicate } from '@likeness/core';
import { type Database, calculateScores } from '@likeness/server/bench';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { withBenchDatabase } from './bench-database.ts';
import { type DemoTenant, makeDemoTenant } from './demo-tenant.ts';
import { measureMs, medianMs, toCount } from './measure.ts';

const SIZES = { full: { responses: 100_000, sample: 3000, rounds: 3 }, quick: { responses: 20_000, sample: 500, rounds: 1 } };

/**
 * How much faster is calculating all scores of a persona than the original's way: read the persona, read the response,
 * write the score, one response after the other?
 *
 * Both on one PostgreSQL that syncs every commit, into the same empty table with the same indexes. The original's way is
 * measured on a sample and given every advantage: a warm connection that bypasses row-level security, and our compiled
 * predicate instead of its own interpreter.
 */
export const benchmark: Benchmark = {
  targets: { 'batch-vs-original': { atLeast: 100 } },
  run: (options) => withBenchDatabase((db) => compare(db, options)),
};

async function compare(db: Database, { isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const { responses, sample, rounds } = isQuick ? SIZES.quick : SIZES.full;
  const tenant = await makeDemoTenant(db, responses);
  const forget = (): Promise<unknown> => db.owner.query('TRUNCATE persona_matches');
  const sampled = tenant.responseIds.filter((_, index) => index % Math.floor(responses / sample) === 0);
  const original = (await measureMs(() => calculateOneByOne(db, tenant, sampled))) / sampled.length;
  const batch = (await medianMs(rounds, () => calculateScores(db, tenant.tenantId, { personaIds: [tenant.personaId] }), forget)) / responses;
  await requireAllScored(db, responses);
  return [{
    name: 'batch-vs-original',
    ratio: original / batch,
    unit: 'responses scored and stored a second',
    against: 'three round trips a response',
    detail: `${toCount(1000 / batch)}/s over ${toCount(responses)} responses; one by one ${toCount(1000 / original)}/s over a sample of ${toCount(sampled.length)}`,
  }];
}

/** The original's loop, as its summary describes it. */
async function calculateOneByOne(db: Database, { tenantId, personaId }: DemoTenant, responseIds: readonly number[]): Promise<void> {
  const client = await db.owner.connect();
  try {
    let predicate: CompiledPredicate | undefined;
    for (const responseId of responseIds) {
      const persona = await client.query<{ rules: unknown }>(
        `SELECT p.*, e.rules FROM cx_personas p JOIN persona_editions e ON e.tenant_id = p.tenant_id AND e.persona_id = p.id AND e.edition = p.edition
         WHERE p.tenant_id = $1 AND p.id = $2`,
        [tenantId, personaId],
      );
      const response = await client.query<{ response_data: Record<string, unknown> }>('SELECT * FROM form_responses WHERE tenant_id = $1 AND id = $2', [tenantId, responseId]);
      predicate ??= toPredicate(persona.rows[0]?.rules);
      const score = predicate.score(response.rows[0]?.response_data ?? {});
      await client.query(
        `INSERT INTO persona_matches (tenant_id, persona_id, response_id, match_score, band, evidence, every_rule, rule_outcomes)
         VALUES ($1, $2, $3, $4, 0, $5, $6, '')
         ON CONFLICT (tenant_id, persona_id, response_id) DO UPDATE SET match_score = excluded.match_score`,
        [tenantId, personaId, responseId, formatScore(score.scoreHundredths), toEvidenceRatio(score), score.everyRule],
      );
    }
  } finally {
    client.release();
  }
}

function toPredicate(rules: unknown): CompiledPredicate {
  const parsed = parseRuleSet(rules);
  if (!parsed.ok) throw new Error('The persona’s rules do not parse');
  return compilePredicate(parsed.ruleSet, compileDictionary([]));
}

async function requireAllScored(db: Database, responses: number): Promise<void> {
  const { rows } = await db.owner.query<{ stored: number }>('SELECT count(*) AS stored FROM persona_matches');
  if (rows[0]?.stored !== responses) throw new Error(`${rows[0]?.stored ?? 0} of ${responses} responses have a stored score`);
}
