import { type CompiledPredicate, compileDictionary, compilePredicate, formatScore, parseRuleSet } from '@likeness/core';
import type { Database } from '@likeness/server/bench';
import type { LoadedSurvey } from './load-survey.ts';
import { SURVEY_FIELDS } from './survey-data.ts';

/** Makes the original's table of matches: its key, its uniqueness and its two indexes. */
export async function createOriginalMatches(db: Database): Promise<void> {
  await db.owner.query(`
    CREATE TABLE original_matches (
      id serial PRIMARY KEY, persona_id integer NOT NULL, response_id integer NOT NULL, match_score decimal(5, 2) NOT NULL,
      matched_attributes jsonb, created_at timestamp DEFAULT now(), UNIQUE (persona_id, response_id)
    );
    CREATE INDEX original_matches_by_persona ON original_matches (persona_id);
    CREATE INDEX original_matches_by_response ON original_matches (response_id);`);
}

/**
 * The original's loop, as its summary describes it: read the persona, read the response, write the score, for one response
 * after the other, each statement a transaction.
 *
 * With every advantage: a warm connection that bypasses row-level security, and our compiled predicate.
 */
export async function calculateOneByOne(db: Database, { tenantId, personaIds: [personaId] }: LoadedSurvey, responseIds: readonly number[]): Promise<void> {
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
      const explained = predicate.score(response.rows[0]?.response_data ?? {});
      await client.query(
        `INSERT INTO original_matches (persona_id, response_id, match_score, matched_attributes) VALUES ($1, $2, $3, $4)
         ON CONFLICT (persona_id, response_id) DO UPDATE SET match_score = excluded.match_score, matched_attributes = excluded.matched_attributes`,
        [personaId, responseId, formatScore(explained.scoreHundredths), JSON.stringify(explained.outcomes)],
      );
    }
  } finally {
    client.release();
  }
}

function toPredicate(rules: unknown): CompiledPredicate {
  const parsed = parseRuleSet(rules);
  if (!parsed.ok) throw new Error('The persona’s rules do not parse');
  return compilePredicate(parsed.ruleSet, compileDictionary([...SURVEY_FIELDS]));
}
