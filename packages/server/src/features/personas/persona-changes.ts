import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { Failure, invalidInput, notFound } from '../../failures/failure.ts';
import { findJsonProblem } from '../../json/find-json-problem.ts';
import { recordChange } from '../audit/audit.store.ts';
import { assertRevision } from '../audit/last-change.queries.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import type { RunService } from '../runs/run.service.ts';
import type { Run } from '../runs/run.ts';
import { lockScoringExclusive } from '../scoring/scoring-lock.ts';
import { findEdition } from './edition.queries.ts';
import { parseMappingRules, type WrittenRules } from './parse-mapping-rules.ts';
import { findFreeColor, findFreeName, findPersona, type Persona } from './persona.queries.ts';
import { deletePersona, insertEdition, insertPersona, lockPersona, updatePersona, type PersonaColumns } from './persona.store.ts';

export type NewPersona = PersonaColumns & { mapping_rules: JsonObject | null };
export type PersonaChange = { [K in keyof PersonaColumns]?: PersonaColumns[K] | undefined } & {
  mapping_rules?: JsonObject | undefined;
  /** Why the rules change. Kept with the new edition; without changed rules there is none to keep it with. */
  note?: string | undefined;
};

/** A persona after a change, and the calculation that the change started, if any. */
export type ChangedPersona = Persona & { run: Run | null };
export type PersonaParts = { db: Database; clock: Clock; runs: Pick<RunService, 'requestRun' | 'dispatchRuns'> };

/** Which persona, and which revision of it its author saw; null: whatever it is now. */
export type Target = { personaId: number; expectedRevision: number | null };

/** Makes a persona; rules become its first edition. */
export async function createPersona(
  trx: TenantTransaction,
  parts: PersonaParts,
  caller: Caller,
  { mapping_rules, ...columns }: NewPersona,
): Promise<ChangedPersona> {
  assertCard(columns.card);
  const rules = mapping_rules && (await parseRules(trx, caller.tenantId, mapping_rules));
  const now = parts.clock.now();
  const personaId = await insertPersona(trx, caller, { ...columns, color_index: await findFreeColor(trx, caller.tenantId) }, now);
  if (rules && rules.ruleCount > 0) await insertEdition(trx, caller, personaId, { ...rules, note: '', restoredFrom: null }, now);
  return finish(trx, parts, caller, personaId, { action: 'persona.created', areScoresStale: true });
}

/** Changes columns and rules of a persona. A change that changes nothing leaves no trace. */
export async function changePersona(
  trx: TenantTransaction,
  parts: PersonaParts,
  caller: Caller,
  target: Target,
  { mapping_rules, note, ...wanted }: PersonaChange,
): Promise<ChangedPersona> {
  assertCard(wanted.card);
  const before = await lockAtRevision(trx, caller.tenantId, target);
  const rules = mapping_rules && !isDeepStrictEqual(mapping_rules, before.mapping_rules) ? await parseRules(trx, caller.tenantId, mapping_rules) : null;
  const hasNewRules = rules !== null && !isSameRules(rules, before);
  const columns = Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => value !== undefined && !isDeepStrictEqual(value, before[name as keyof PersonaColumns])),
  ) as Partial<PersonaColumns>;
  const changed = [...Object.keys(columns), ...(hasNewRules ? ['mapping_rules'] : [])];
  if (changed.length === 0) return { ...before, run: null };
  const now = parts.clock.now();
  await updatePersona(trx, caller.tenantId, before.id, columns, now);
  if (hasNewRules) await insertEdition(trx, caller, before.id, { ...rules, note: note ?? '', restoredFrom: null }, now);
  // Whoever was not active was not scored meanwhile.
  const areScoresStale = hasNewRules || columns.status === 'active';
  return finish(trx, parts, caller, before.id, { action: 'persona.changed', areScoresStale, details: { changed } });
}

/** Makes an old edition the newest again, as a new one. When it says what the newest says, nothing changes. */
export async function restoreEdition(
  trx: TenantTransaction,
  parts: PersonaParts,
  caller: Caller,
  target: Target,
  edition: number,
): Promise<ChangedPersona> {
  const before = await lockAtRevision(trx, caller.tenantId, target);
  const old = await findEdition(trx, caller.tenantId, before.id, edition);
  if (old === null) throw notFound('edition');
  const newest = await findEdition(trx, caller.tenantId, before.id, before.edition);
  if (isDeepStrictEqual(old.rules, newest?.rules)) return { ...before, run: null };
  const now = parts.clock.now();
  await updatePersona(trx, caller.tenantId, before.id, {}, now);
  await insertEdition(trx, caller, before.id, { mappingRules: old.mapping_rules, rules: old.rules, note: old.note, restoredFrom: edition }, now);
  return finish(trx, parts, caller, before.id, { action: 'persona.restored', areScoresStale: true, details: { restored_from: edition } });
}

/** Copies a persona with its present rules, as a draft. */
export async function clonePersona(
  trx: TenantTransaction,
  parts: PersonaParts,
  caller: Caller,
  personaId: number,
  name: string | undefined,
): Promise<ChangedPersona> {
  const original = await findPersona(trx, caller.tenantId, personaId);
  if (original === null) throw notFound('persona');
  const { description, tags, card, sync_config, mapping_rules, rules, edition } = original;
  const free = name ?? (await findFreeName(trx, caller.tenantId, copyNames(original.name)));
  if (free === null) throw new Failure('name_taken', 'There are many copies of it already. Give the copy a name.');
  const now = parts.clock.now();
  const color_index = await findFreeColor(trx, caller.tenantId);
  const copyId = await insertPersona(trx, caller, { name: free, description, tags, card, sync_config, status: 'draft', color_index }, now);
  if (mapping_rules && rules) {
    const note = `Copied from "${original.name}", edition ${edition}`;
    await insertEdition(trx, caller, copyId, { mappingRules: mapping_rules, rules, note, restoredFrom: null }, now);
  }
  return finish(trx, parts, caller, copyId, { action: 'persona.created', areScoresStale: false, details: { cloned_from: personaId } });
}

/** Deletes a persona with all that belongs to it. Waits for responses being scored: they would score it still. */
export async function removePersona(trx: TenantTransaction, caller: Caller, target: Target): Promise<void> {
  await lockScoringExclusive(trx, caller.tenantId);
  const persona = await lockAtRevision(trx, caller.tenantId, target);
  await deletePersona(trx, caller.tenantId, persona.id);
  await recordChange(trx, caller, { action: 'persona.deleted', subjectType: 'persona', subjectId: persona.id, details: { name: persona.name } });
  await publishEvent(trx, caller.tenantId, 'persona.changed', { persona_id: persona.id, deleted: true });
}

async function lockAtRevision(trx: TenantTransaction, tenantId: number, { personaId, expectedRevision }: Target): Promise<Persona> {
  const isLocked = await lockPersona(trx, tenantId, personaId);
  // Read after the lock: what was read before may have been changed by whoever held it.
  const persona = isLocked ? await findPersona(trx, tenantId, personaId) : null;
  if (persona === null) throw notFound('persona');
  await assertRevision(trx, tenantId, { subjectType: 'persona', id: personaId, revision: persona.revision }, expectedRevision);
  return persona;
}

async function parseRules(trx: TenantTransaction, tenantId: number, mappingRules: JsonObject): Promise<WrittenRules> {
  return parseMappingRules(mappingRules, (await loadDictionaries(trx, tenantId)).acrossForms());
}

function assertCard(card: JsonObject | undefined): void {
  const problem = card && findJsonProblem(card, 'card');
  if (problem) throw invalidInput([problem]);
}

function isSameRules(rules: WrittenRules, persona: Persona): boolean {
  return rules.ruleCount === 0 ? persona.rules === null : isDeepStrictEqual(rules.rules, persona.rules);
}

type Outcome = { action: string; areScoresStale: boolean; details?: JsonObject };

/** Writes down what happened, and queues the calculation when stored scores are not those of the newest rules. */
async function finish(
  trx: TenantTransaction,
  { runs }: PersonaParts,
  caller: Caller,
  personaId: number,
  outcome: Outcome,
): Promise<ChangedPersona> {
  const persona = await findPersona(trx, caller.tenantId, personaId);
  if (persona === null) throw notFound('persona');
  const { id, status, edition, revision } = persona;
  const isDue = outcome.areScoresStale && status === 'active' && edition > 0;
  const run: Run | null = isDue ? await runs.requestRun(trx, caller, { kind: 'batch-calculate', personaId: id }) : null;
  const { action, details } = outcome;
  await recordChange(trx, caller, { action, subjectType: 'persona', subjectId: id, details: { ...details, revision, edition } });
  await publishEvent(trx, caller.tenantId, 'persona.changed', { persona_id: id, revision, edition });
  return { ...persona, run };
}

/** "Maya (copy)", "Maya (copy 2)" and so on, cut where the longest name ends. */
function copyNames(name: string): string[] {
  return Array.from({ length: 100 }, (_, index) => {
    const ending = index === 0 ? ' (copy)' : ` (copy ${index + 1})`;
    // Not through the middle of a character.
    return name.slice(0, LONGEST_NAME - ending.length).replace(/[\uD800-\uDBFF]$/, '') + ending;
  });
}

const LONGEST_NAME = 200;
