import { isDeepStrictEqual } from 'node:util';
import { isTimeZone } from '@likeness/core';
import type { Caller, SignedInUser } from '../../access/caller.ts';
import { scopesOfRole } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { takeTenantId } from '../../db/take-tenant-id.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { invalidInput } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { bumpSettingsRevision } from '../dictionary/dictionary.queries.ts';
import { toBandThresholds, withDefaultSettings, type TenantSettings } from '../dictionary/tenant-settings.ts';
import { publishEvent } from '../events/event.store.ts';
import type { RunService } from '../runs/run.service.ts';
import { eraseTenantData } from './erase-tenant-data.ts';
import { insertMember } from './member.store.ts';
import { previewBands, type BandChange } from './preview-bands.ts';
import { countTenantContents, type TenantContents } from './tenant-contents.queries.ts';
import { getTenantRow, type TenantRow } from './tenant.queries.ts';
import { insertTenant, updateTenant } from './tenant.store.ts';

/** A tenant with all its settings, the defaults filled in. */
export type Tenant = { id: number; name: string; timeZone: string; isDemo: boolean; settings: TenantSettings; createdAt: Date };

/** What is left out stays as it is. */
export type TenantChange = { name?: string | undefined; timeZone?: string | undefined; settings?: TenantSettings | undefined };

export type TenantService = {
  /** Creates a tenant whose first owner is this person. `invalid_input` for an unknown time zone. */
  create(user: SignedInUser, tenant: { name: string; timeZone: string; isDemo?: boolean }, requestId?: string): Promise<Tenant>;
  get(caller: Caller): Promise<Tenant>;
  /**
   * Changes name, time zone or settings. A new time zone or new settings make stored figures stale; new band thresholds
   * also queue a calculation of all scores. A change to what is there already changes nothing. `invalid_input` for an
   * unknown time zone.
   */
  change(caller: Caller, change: TenantChange): Promise<Tenant>;
  /** What other thresholds would make of the stored scores. See `previewBands`. */
  previewBands(caller: Caller, bands: TenantSettings['bands']): Promise<BandChange[]>;
  /** How much the tenant holds. */
  contents(caller: Caller): Promise<TenantContents>;
  /** Deletes all data of the tenant. See `eraseTenantData`. */
  eraseData(caller: Caller, confirm: string): Promise<TenantContents>;
};

type Dependencies = { db: Database; clock: Clock; runs: Pick<RunService, 'requestRun' | 'dispatchRuns'> };

/** Tenants: one organisation each, with its time zone and settings. */
export function createTenantService({ db, clock, runs }: Dependencies): TenantService {
  return {
    async create(user, { name, timeZone, isDemo = false }, requestId) {
      assertTimeZone(timeZone);
      const id = await takeTenantId(db);
      const owner: Caller = {
        actor: `user:${user.id}`, name: user.name, userId: user.id, tenantId: id, role: 'owner', scopes: scopesOfRole('owner'), requestId: requestId ?? null,
      };
      return withTenant(db, id, async (trx) => {
        const row = await insertTenant(trx, { id, name, timeZone, isDemo, createdAt: clock.now() });
        await insertMember(trx, id, { userId: user.id, role: 'owner', joinedAt: clock.now() });
        await recordChange(trx, owner, { action: 'tenant.created', subjectType: 'tenant', subjectId: id });
        return toTenant(row);
      });
    },
    get: (caller) => readTenant(db, caller.tenantId, async (trx) => toTenant(await getTenantRow(trx, caller.tenantId))),
    previewBands: ({ tenantId }, bands) => readTenant(db, tenantId, (trx) => previewBands(trx, tenantId, bands)),
    contents: ({ tenantId }) => readTenant(db, tenantId, (trx) => countTenantContents(trx, tenantId)),
    eraseData: (caller, confirm) => withTenant(db, caller.tenantId, (trx) => eraseTenantData(trx, caller, confirm)),
    async change(caller, change) {
      if (change.timeZone !== undefined) assertTimeZone(change.timeZone);
      const tenant = await withTenant(db, caller.tenantId, (trx) => changeTenant(trx, caller, change, runs));
      // Also when nothing was queued: looking is cheap, and the transaction may have run twice.
      runs.dispatchRuns();
      return tenant;
    },
  };
}

async function changeTenant(trx: TenantTransaction, caller: Caller, change: TenantChange, runs: Pick<RunService, 'requestRun'>): Promise<Tenant> {
  const row = await getTenantRow(trx, caller.tenantId, 'for update');
  const before = toTenant(row);
  const after: Tenant = {
    ...before,
    name: change.name ?? before.name,
    timeZone: change.timeZone ?? before.timeZone,
    settings: change.settings ?? before.settings,
  };
  const changed = changedParts(before, after);
  if (changed.length === 0) return before;
  await updateTenant(trx, { ...row, name: after.name, time_zone: after.timeZone, settings: after.settings });
  if (changed.some((part) => part !== 'name')) await bumpSettingsRevision(trx, caller.tenantId);
  if (changed.includes('bands')) await runs.requestRun(trx, caller, { kind: 'batch-calculate' });
  await recordChange(trx, caller, { action: 'tenant.changed', subjectType: 'tenant', subjectId: caller.tenantId, details: { changed } });
  await publishEvent(trx, caller.tenantId, 'settings.changed', { changed });
  return after;
}

/** Which parts differ; thresholds count as scores are compared with them, in hundredths. */
function changedParts(before: Tenant, after: Tenant): string[] {
  const parts = {
    name: before.name === after.name,
    time_zone: before.timeZone === after.timeZone,
    bands: isDeepStrictEqual(toBandThresholds(before.settings.bands), toBandThresholds(after.settings.bands)),
    metrics: isDeepStrictEqual(before.settings.metrics, after.settings.metrics),
    demographics: isDeepStrictEqual(before.settings.demographics, after.settings.demographics),
  };
  return Object.entries(parts).flatMap(([part, isSame]) => (isSame ? [] : [part]));
}

function toTenant(row: TenantRow): Tenant {
  const { id, name, time_zone, is_demo, settings, created_at } = row;
  return { id, name, timeZone: time_zone, isDemo: is_demo, settings: withDefaultSettings(settings), createdAt: created_at };
}

function assertTimeZone(timeZone: string): void {
  if (!isTimeZone(timeZone)) {
    throw invalidInput([{ path: 'time_zone', message: 'is no time zone of the IANA database; right is for example Europe/London' }]);
  }
}
