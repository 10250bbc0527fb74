import type { Caller } from '../../access/caller.ts';
import { isDatabaseError } from '../../db/database-error.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { Failure, notFound } from '../../failures/failure.ts';
import { fromCursor, toPage } from '../../http/cursor.ts';
import { listPersonaFigures, type PersonaFigures } from '../analytics/gallery.queries.ts';
import { findEdition, listEditions, type Edition } from './edition.queries.ts';
import {
  changePersona,
  clonePersona,
  createPersona,
  removePersona,
  restoreEdition,
  type ChangedPersona,
  type NewPersona,
  type PersonaChange,
  type PersonaParts,
} from './persona-changes.ts';
import { findPersona, findPhoto, listPersonas, withoutSortName, type Persona, type PersonaFilter } from './persona.queries.ts';
import { NAME_CONSTRAINT } from './persona.store.ts';
import { type Picture, readPicture } from './read-picture.ts';

export type PersonaPage = PersonaFilter & { limit: number; cursor?: string | undefined; include?: 'figures' | undefined };
type Page<T> = { items: T[]; next_cursor: string | null };

export type PersonaService = {
  list(caller: Caller, page: PersonaPage): Promise<Page<Persona & { figures?: PersonaFigures | null }>>;
  get(caller: Caller, personaId: number): Promise<Persona>;
  /** Throws `not_found`, also for a persona without a photo. */
  getPhoto(caller: Caller, personaId: number): Promise<Picture>;
  create(caller: Caller, persona: NewPersona): Promise<ChangedPersona>;
  /** `expectedRevision` null: whatever it is now. */
  change(caller: Caller, personaId: number, expectedRevision: number | null, change: PersonaChange): Promise<ChangedPersona>;
  delete(caller: Caller, personaId: number, expectedRevision: number | null): Promise<void>;
  /** Without a name, the copy is called after the original. */
  clone(caller: Caller, personaId: number, name?: string): Promise<ChangedPersona>;
  listVersions(caller: Caller, personaId: number, page: { limit: number; cursor?: string | undefined }): Promise<Page<Edition>>;
  getVersion(caller: Caller, personaId: number, edition: number): Promise<Edition>;
  restoreVersion(caller: Caller, personaId: number, edition: number, expectedRevision: number | null): Promise<ChangedPersona>;
};

/**
 * Personas and the editions of their rules.
 *
 * Rules that change the rule set of an active persona add an edition and queue its calculation; until that has ended,
 * all figures stay those of the edition before. Rules that say the same as before add none.
 */
export function createPersonaService(parts: PersonaParts): PersonaService {
  const { db, runs } = parts;
  const change = async <T>(caller: Caller, work: (trx: TenantTransaction) => Promise<T>): Promise<T> => {
    const result = await withTenant(db, caller.tenantId, work).catch(refuseTakenName);
    runs.dispatchRuns();
    return result;
  };
  return {
    list: ({ tenantId }, page) => readTenant(db, tenantId, (trx) => pageOfPersonas(trx, tenantId, page)),
    get: ({ tenantId }, personaId) => readTenant(db, tenantId, (trx) => getPersona(trx, tenantId, personaId)),
    getPhoto: async ({ tenantId }, personaId) => {
      const picture = readPicture(await readTenant(db, tenantId, (trx) => findPhoto(trx, tenantId, personaId)));
      if (picture === null) throw notFound('photo');
      return picture;
    },
    create: (caller, persona) => change(caller, (trx) => createPersona(trx, parts, caller, persona)),
    change: (caller, personaId, expectedRevision, wanted) =>
      change(caller, (trx) => changePersona(trx, parts, caller, { personaId, expectedRevision }, wanted)),
    delete: (caller, personaId, expectedRevision) => change(caller, (trx) => removePersona(trx, caller, { personaId, expectedRevision })),
    clone: (caller, personaId, name) => change(caller, (trx) => clonePersona(trx, parts, caller, personaId, name)),
    listVersions: ({ tenantId }, personaId, { limit, cursor }) => {
      const [before = null] = fromCursor(cursor, ['number']) ?? [];
      return readTenant(db, tenantId, async (trx) => {
        await getPersona(trx, tenantId, personaId);
        const beforeEdition = before === null ? null : Number(before);
        const editions = await listEditions(trx, tenantId, personaId, { beforeEdition, limit: limit + 1 });
        return toPage(editions, limit, (edition) => edition, ({ edition }) => [edition]);
      });
    },
    getVersion: ({ tenantId }, personaId, edition) =>
      readTenant(db, tenantId, async (trx) => {
        const found = await findEdition(trx, tenantId, personaId, edition);
        if (found === null) throw notFound('edition');
        return found;
      }),
    restoreVersion: (caller, personaId, edition, expectedRevision) =>
      change(caller, (trx) => restoreEdition(trx, parts, caller, { personaId, expectedRevision }, edition)),
  };
}

async function pageOfPersonas(
  trx: TenantTransaction,
  tenantId: number,
  { limit, cursor, include, omit, status, search }: PersonaPage,
): Promise<Page<Persona & { figures?: PersonaFigures | null }>> {
  const position = fromCursor(cursor, ['string', 'number']);
  const after = position && { sortName: String(position[0]), id: Number(position[1]) };
  const found = await listPersonas(trx, tenantId, { after, limit: limit + 1, status, search, omit });
  const figures = include && (await listPersonaFigures(trx, tenantId, found.slice(0, limit).map((persona) => persona.id)));
  return toPage(
    found,
    limit,
    (persona) => ({ ...withoutSortName(persona), ...(figures && { figures: figures.get(persona.id) ?? null }) }),
    (persona) => [persona.sortName, persona.id],
  );
}

/** Throws `not_found`. */
export async function getPersona(trx: TenantTransaction, tenantId: number, personaId: number): Promise<Persona> {
  const persona = await findPersona(trx, tenantId, personaId);
  if (persona === null) throw notFound('persona');
  return persona;
}

function refuseTakenName(error: unknown): never {
  if (!isDatabaseError(error, 'duplicate', NAME_CONSTRAINT)) throw error;
  throw new Failure('name_taken', 'There is a persona of this name already, whatever its case. Archived ones count too.', [], { cause: error });
}
