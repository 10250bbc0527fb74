import type { Band } from '@likeness/core';
import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { StoredScore } from '../scoring/scoring.service.ts';

/** A score of a response under one persona, as the contract shows it. `match_score` is in percent, `evidence` 0..1. */
export type PersonaScore = {
  persona_id: number;
  persona_name: string;
  edition: number;
  match_score: number;
  band: Band;
  evidence: number;
};

const BANDS = ['weak', 'moderate', 'strong'] as const;

/**
 * Which scores has a response, best first? Higher score, then more evidence, then the older persona.
 *
 * `status` 'active' leaves out the scores that drafts and archived personas have from earlier days.
 */
export async function listScores(
  trx: TenantTransaction,
  tenantId: number,
  responseId: number,
  { status }: { status?: 'active' } = {},
): Promise<PersonaScore[]> {
  const result = await sql<Omit<PersonaScore, 'band'> & { band: 0 | 1 | 2 }>`
    SELECT p.id AS persona_id, p.name AS persona_name, p.scored_edition AS edition, m.match_score, m.band, m.evidence
    FROM persona_matches m
    JOIN cx_personas p ON p.tenant_id = m.tenant_id AND p.id = m.persona_id
    WHERE m.tenant_id = ${tenantId} AND m.response_id = ${responseId} AND p.scored_edition IS NOT NULL
      ${status ? sql`AND p.status = ${status}` : sql``}
    ORDER BY m.match_score DESC, m.evidence DESC, p.id`.execute(trx);
  return result.rows.map((row) => ({ ...row, band: BANDS[row.band] }));
}

/** A score that was just stored, as the contract shows it. */
export function toPersonaScore({ personaId, personaName, edition, scoreHundredths, band, evidence }: StoredScore): PersonaScore {
  return { persona_id: personaId, persona_name: personaName, edition, match_score: scoreHundredths / 100, band, evidence };
}
