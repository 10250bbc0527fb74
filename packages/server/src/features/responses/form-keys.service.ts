import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { insertFormKeys } from './form-keys.store.ts';

/** Proof that these keys of a form stand in `form_keys`: `insertResponses` stores no others. */
export type RememberedKeys = { readonly tenantId: number; readonly formId: number; readonly keys: ReadonlySet<string> };

/** Keys that this process has seen committed, by `tenant/form`. They are only ever removed together with their form. */
type KnownKeys = { byForm: Map<string, Set<string>>; count: number };

/** Beyond that much, all is forgotten and found again: for input that invents keys without end. */
const MOST_KNOWN_KEYS = 200_000;

const known = new WeakMap<Database, KnownKeys>();

/**
 * Remembers which keys responses are about to use, in a short transaction of its own, so that nobody who stores the same
 * new key waits for anybody's long one. Call it before the transaction that stores the responses, which must not hold the
 * form's row locked.
 *
 * Costs nothing when this process has remembered all of them before. A form that does not exist remembers nothing; storing
 * its responses fails by itself. `keys` may repeat.
 */
export async function rememberKeys(db: Database, tenantId: number, formId: number, keys: Iterable<string>): Promise<RememberedKeys> {
  const cache = cacheOf(db);
  const name = `${tenantId}/${formId}`;
  const stored = cache.byForm.get(name) ?? new Set<string>();
  const added = [...new Set(keys)].filter((key) => !stored.has(key));
  if (added.length === 0) return { tenantId, formId, keys: stored };
  const isStored = await withTenant(db, tenantId, (trx) => insertFormKeys(trx, tenantId, formId, added));
  const remembered = new Set([...stored, ...added]);
  if (isStored) {
    cache.count += remembered.size - (cache.byForm.get(name)?.size ?? 0);
    cache.byForm.set(name, remembered);
  }
  return { tenantId, formId, keys: remembered };
}

/** The same inside of a transaction: for a form that the transaction itself has made, which nobody else can know yet. */
export async function rememberKeysWithin(trx: TenantTransaction, tenantId: number, formId: number, keys: Iterable<string>): Promise<RememberedKeys> {
  const wanted = new Set(keys);
  await insertFormKeys(trx, tenantId, formId, [...wanted]);
  return { tenantId, formId, keys: wanted };
}

/** The raw keys of responses, repeated as they come. */
export function* keysOf(responses: Iterable<{ responseData: object }>): Generator<string> {
  for (const { responseData } of responses) yield* Object.keys(responseData);
}

function cacheOf(db: Database): KnownKeys {
  const present = known.get(db);
  if (present !== undefined && present.count <= MOST_KNOWN_KEYS) return present;
  const fresh: KnownKeys = { byForm: new Map(), count: 0 };
  known.set(db, fresh);
  return fresh;
}
