import type { Caller } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { Persona } from './persona.queries.ts';

/** The columns of a persona that people write. */
export type PersonaColumns = Pick<Persona, 'name' | 'description' | 'status' | 'tags' | 'card' | 'sync_config'>;

/** The name is taken when a write throws `DatabaseError('duplicate')` about this. */
export const NAME_CONSTRAINT = 'cx_personas_name_key';

/** Makes a persona without rules and answers its id. */
export async function insertPersona(
  trx: TenantTransaction,
  caller: Caller,
  persona: PersonaColumns & { color_index: number },
  now: Date,
): Promise<number> {
  const { card, sync_config, ...columns } = persona;
  const { id } = await trx
    .insertInto('cx_personas')
    .values({
      ...columns,
      card: JSON.stringify(card),
      sync_config: JSON.stringify(sync_config),
      tenant_id: caller.tenantId,
      created_by: caller.actor,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Waits until nobody else changes the persona, and keeps others from it until the transaction ends; false: no such persona. */
export async function lockPersona(trx: TenantTransaction, tenantId: number, personaId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('cx_personas')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personaId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a persona its next revision, with these columns changed. */
export async function updatePersona(
  trx: TenantTransaction,
  tenantId: number,
  personaId: number,
  { card, sync_config, ...columns }: Partial<PersonaColumns>,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('cx_personas')
    .set((eb) => ({
      ...columns,
      ...(card && { card: JSON.stringify(card) }),
      ...(sync_config && { sync_config: JSON.stringify(sync_config) }),
      revision: eb('revision', '+', 1),
      updated_at: now,
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personaId)
    .execute();
}

/** What a new edition says; `restoredFrom` names the edition it repeats. */
export type NewEdition = { mappingRules: JsonObject; rules: JsonObject; note: string; restoredFrom: number | null };

/** Adds an edition of the rules and makes it the persona's newest; answers its number. The persona is locked. */
export async function insertEdition(
  trx: TenantTransaction,
  caller: Caller,
  personaId: number,
  { mappingRules, rules, note, restoredFrom }: NewEdition,
  now: Date,
): Promise<number> {
  const { edition } = await trx
    .updateTable('cx_personas')
    .set((eb) => ({ edition: eb('edition', '+', 1) }))
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', personaId)
    .returning('edition')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('persona_editions')
    .values({
      tenant_id: caller.tenantId,
      persona_id: personaId,
      edition,
      mapping_rules: JSON.stringify(mappingRules),
      rules: JSON.stringify(rules),
      note,
      restored_from: restoredFrom,
      created_by: caller.actor,
      created_by_name: caller.name,
      created_at: now,
    })
    .execute();
  return edition;
}

/** Deletes a persona with its editions, scores, snapshots and runs. The caller holds the scoring lock exclusively. */
export async function deletePersona(trx: TenantTransaction, tenantId: number, personaId: number): Promise<void> {
  await trx.deleteFrom('cx_personas').where('tenant_id', '=', tenantId).where('id', '=', personaId).execute();
}
