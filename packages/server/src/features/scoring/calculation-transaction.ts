import { sql } from 'kysely';
import { publishEvent } from '../events/event.store.ts';
import { SettingsChanged, type CalculatedPersona, type CalculationTransaction } from './calculation.ts';
import { listScorablePersonas, loadRules } from './persona-rules.queries.ts';
import { lockScoringExclusive } from './scoring-lock.ts';

/**
 * Begins a calculation: from here on it is the tenant's only one, and these are its personas, by id, each with its newest
 * rules. `personaIds` null: all active ones. Personas without rules, and ids that do not exist, are left out.
 */
export async function beginCalculation({ trx, tenantId }: CalculationTransaction, personaIds: number[] | null): Promise<CalculatedPersona[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`likeness:calculation:${tenantId}`}, 0))`.execute(trx);
  const personas = await listScorablePersonas(trx, tenantId, personaIds);
  const rules = await loadRules(trx, tenantId, personas.map(({ id, edition }) => ({ personaId: id, edition })));
  const scored = new Set(personas.filter(({ scoredEdition }) => scoredEdition !== null).map(({ id }) => id));
  return rules.map((one) => ({ ...one, isScored: scored.has(one.id) }));
}

/**
 * Ends a calculation's long part: from here to the end of the transaction nobody else stores, scores or erases responses.
 *
 * Makes the newest editions the scored ones, which only the commit shows, and answers the personas that are still there.
 * Throws `SettingsChanged` when settings or dictionary are no longer those of this revision.
 */
export async function claimScores(
  { trx, tenantId }: CalculationTransaction,
  personas: readonly CalculatedPersona[],
  settingsRevision: number,
): Promise<Set<number>> {
  await lockScoringExclusive(trx, tenantId);
  const tenant = await trx.selectFrom('tenants').select('settings_revision').where('id', '=', tenantId).executeTakeFirstOrThrow();
  if (tenant.settings_revision !== settingsRevision) throw new SettingsChanged();
  const { rows } = await sql<{ id: number; edition: number }>`
    update cx_personas p
    set scored_edition = s.edition, scored_at = clock_timestamp()
    from unnest(${personas.map(({ id }) => id)}::bigint[], ${personas.map(({ edition }) => edition)}::int[]) as s (persona_id, edition)
    where p.tenant_id = ${tenantId} and p.id = s.persona_id
    returning p.id, s.edition`.execute(trx);
  for (const { id, edition } of rows.toSorted((a, b) => a.id - b.id)) await publishEvent(trx, tenantId, 'persona.scored', { id, edition });
  return new Set(rows.map(({ id }) => id));
}
