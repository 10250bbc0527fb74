import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import { isDatabaseError } from '../../db/database-error.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { Failure, invalidInput, notFound } from '../../failures/failure.ts';
import { fromCursor, toPage } from '../../http/cursor.ts';
import { recordChange } from '../audit/audit.store.ts';
import { assertRevision } from '../audit/last-change.queries.ts';
import { bumpSettingsRevision } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import type { RunService } from '../runs/run.service.ts';
import { checkFields, type FormField, type NewForm } from './check-fields.ts';
import { eraseForm, type ErasedForm } from './erase-form.ts';
import { findForm, listForms, type Form } from './form.queries.ts';
import { deleteForm, insertForm, lockForm, replaceFields, updateForm } from './form.store.ts';

export type FormChange = { name?: string | undefined; fields?: FormField[] | undefined };

export type FormService = {
  list(caller: Caller, page: { limit: number; cursor?: string | undefined }): Promise<{ items: Form[]; next_cursor: string | null }>;
  get(caller: Caller, formId: number): Promise<Form>;
  create(caller: Caller, form: NewForm): Promise<Form>;
  /** Changed fields queue a calculation of all scores. `expectedRevision` null: whatever it is now. */
  change(caller: Caller, formId: number, expectedRevision: number | null, change: FormChange): Promise<Form>;
  /** Deletes a form with all its responses and imports; `confirm` must be its name. See `eraseForm`. */
  erase(caller: Caller, formId: number, confirm: string): Promise<ErasedForm>;
  /** Throws `in_use` while the form has responses or imports. */
  delete(caller: Caller, formId: number): Promise<void>;
};

export type FormParts = { db: Database; clock: Clock; runs: Pick<RunService, 'requestRun' | 'dispatchRuns'> };

/** Forms and what their fields mean. */
export function createFormService(parts: FormParts): FormService {
  const { db, clock, runs } = parts;
  return {
    list: async ({ tenantId }, { limit, cursor }) => {
      const [afterId = 0] = fromCursor(cursor, ['number']) ?? [];
      const rows = await readTenant(db, tenantId, (trx) => listForms(trx, tenantId, { afterId: Number(afterId), limit: limit + 1 }));
      return toPage(rows, limit, (form) => form, (form) => [form.id]);
    },
    get: ({ tenantId }, formId) => readTenant(db, tenantId, (trx) => getForm(trx, tenantId, formId)),
    create: (caller, form) => {
      assertFields(form.fields);
      return withTenant(db, caller.tenantId, async (trx) => {
        const formId = await insertForm(trx, caller.tenantId, form.name, clock.now());
        await replaceFields(trx, caller.tenantId, formId, form.fields);
        await bumpSettingsRevision(trx, caller.tenantId);
        await announce(trx, caller, 'form.created', formId, { fields: form.fields.length });
        return getForm(trx, caller.tenantId, formId);
      });
    },
    change: async (caller, formId, expectedRevision, change) => {
      if (change.fields) assertFields(change.fields);
      const form = await withTenant(db, caller.tenantId, (trx) => changeForm(trx, parts, caller, formId, expectedRevision, change));
      runs.dispatchRuns();
      return form;
    },
    erase: (caller, formId, confirm) => withTenant(db, caller.tenantId, (trx) => eraseForm(trx, caller, formId, confirm)),
    delete: async (caller, formId) => {
      await withTenant(db, caller.tenantId, (trx) => removeForm(trx, caller, formId)).catch((error: unknown) => {
        if (isDatabaseError(error, 'still_referenced')) throw new Failure('in_use', 'Responses or imports belong to the form.', [], { cause: error });
        throw error;
      });
    },
  };
}

async function changeForm(
  trx: TenantTransaction,
  { clock, runs }: FormParts,
  caller: Caller,
  formId: number,
  expectedRevision: number | null,
  change: FormChange,
): Promise<Form> {
  const { tenantId } = caller;
  const locked = await lockForm(trx, tenantId, formId);
  if (locked === null) throw notFound('form');
  await assertRevision(trx, tenantId, { subjectType: 'form', id: formId, revision: locked.revision }, expectedRevision);
  const before = await getForm(trx, tenantId, formId);
  const name = change.name === before.name ? undefined : change.name;
  const fields = change.fields && isDeepStrictEqual(change.fields, before.fields) ? undefined : change.fields;
  if (name === undefined && fields === undefined) return before;
  await updateForm(trx, tenantId, formId, name, clock.now());
  if (fields) {
    await replaceFields(trx, tenantId, formId, fields);
    await bumpSettingsRevision(trx, tenantId);
    await runs.requestRun(trx, caller, { kind: 'batch-calculate' });
  }
  const changed = [...(name === undefined ? [] : ['name']), ...(fields ? ['fields'] : [])];
  await announce(trx, caller, 'form.changed', formId, { changed });
  return getForm(trx, tenantId, formId);
}

async function removeForm(trx: TenantTransaction, caller: Caller, formId: number): Promise<void> {
  const form = await getForm(trx, caller.tenantId, formId);
  if (form.response_count > 0) {
    throw new Failure('in_use', `The form has ${form.response_count} responses. Erase them, or undo their import, first.`);
  }
  await deleteForm(trx, caller.tenantId, formId);
  await bumpSettingsRevision(trx, caller.tenantId);
  await announce(trx, caller, 'form.deleted', formId, {});
}

async function getForm(trx: TenantTransaction, tenantId: number, formId: number): Promise<Form> {
  const form = await findForm(trx, tenantId, formId);
  if (form === null) throw notFound('form');
  return form;
}

function assertFields(fields: readonly FormField[]): void {
  const problems = checkFields(fields);
  if (problems.length > 0) throw invalidInput(problems);
}

async function announce(
  trx: TenantTransaction,
  caller: Caller,
  action: 'form.created' | 'form.changed' | 'form.deleted',
  formId: number,
  details: { fields?: number; changed?: string[] },
): Promise<void> {
  await recordChange(trx, caller, { action, subjectType: 'form', subjectId: formId, details });
  await publishEvent(trx, caller.tenantId, 'settings.changed', { form_id: formId });
}
