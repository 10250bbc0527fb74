import { compileDictionary, type BandThresholds, type Dictionary } from '@likeness/core';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { notFound } from '../../failures/failure.ts';
import { toBandThresholds, withDefaultSettings, type TenantSettings } from './tenant-settings.ts';
import { toFieldDefinitions, type AttributeRow, type FormFieldRow } from './to-field-definitions.ts';

/**
 * Everything that decides how a tenant's answers are read, at one moment.
 *
 * `settingsRevision` grows with every change of it, so it keys whatever is compiled from it.
 */
export type Dictionaries = {
  timeZone: string;
  settings: TenantSettings;
  settingsRevision: number;
  /** In hundredths of a percent point. */
  thresholds: BandThresholds;
  /** How answers of this form are read. A form without fields, or unknown, is read by the attributes alone. */
  forForm(formId: number): Dictionary;
  /** Of all forms together, for rules that are not about one form. Where forms differ the oldest decides. */
  acrossForms(): Dictionary;
  /** The form's fields in their order; empty for a form that has none. */
  fieldsOf(formId: number): FormFieldRow[];
};

/**
 * Loads the tenant's settings, attributes and all forms' fields: three queries, whatever the number of forms.
 * Dictionaries are compiled when first asked for.
 *
 * Throws `not_found` when the tenant does not exist.
 */
export async function loadDictionaries(trx: TenantTransaction, tenantId: number): Promise<Dictionaries> {
  // The revision first: should the dictionary change in between, what is compiled from the newer one is filed under the
  // older revision, which nobody asks for again.
  const tenant = await trx
    .selectFrom('tenants')
    .select(['time_zone', 'settings', 'settings_revision'])
    .where('id', '=', tenantId)
    .executeTakeFirst();
  if (!tenant) throw notFound('tenant');
  const attributes = await listAttributeRows(trx, tenantId);
  const fields = await listFieldsByForm(trx, tenantId);
  const settings = withDefaultSettings(tenant.settings);
  const compileFor = (rows: readonly FormFieldRow[]): Dictionary => compileDictionary(toFieldDefinitions(rows, attributes));
  const compiled = new Map<number, Dictionary>();
  return {
    timeZone: tenant.time_zone,
    settings,
    settingsRevision: tenant.settings_revision,
    thresholds: toBandThresholds(settings.bands),
    forForm: (formId) => {
      const dictionary = compiled.get(formId) ?? compileFor(fields.get(formId) ?? []);
      compiled.set(formId, dictionary);
      return dictionary;
    },
    acrossForms: () => compileFor([...fields.values()].flat()),
    fieldsOf: (formId) => fields.get(formId) ?? [],
  };
}

/** The lowest scores of the tenant's bands: for whoever needs nothing else of its dictionaries. Throws `not_found`. */
export async function loadBandThresholds(trx: TenantTransaction, tenantId: number): Promise<BandThresholds> {
  const tenant = await trx.selectFrom('tenants').select('settings').where('id', '=', tenantId).executeTakeFirst();
  if (!tenant) throw notFound('tenant');
  return toBandThresholds(withDefaultSettings(tenant.settings).bands);
}

/**
 * Marks that settings, time zone or dictionary changed, and answers the new revision: stored figures older than it are
 * stale. Locks the tenant's row until the transaction ends, so changes of the dictionary go one after the other.
 */
export async function bumpSettingsRevision(trx: TenantTransaction, tenantId: number): Promise<number> {
  const { settings_revision } = await trx
    .updateTable('tenants')
    .set((eb) => ({ settings_revision: eb('settings_revision', '+', 1) }))
    .where('id', '=', tenantId)
    .returning('settings_revision')
    .executeTakeFirstOrThrow(() => notFound('tenant'));
  return settings_revision;
}

function listAttributeRows(trx: TenantTransaction, tenantId: number): Promise<AttributeRow[]> {
  return trx
    .selectFrom('attributes')
    .select(['name', 'aliases', 'synonyms', 'language'])
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute();
}

async function listFieldsByForm(trx: TenantTransaction, tenantId: number): Promise<Map<number, FormFieldRow[]>> {
  const rows = await trx
    .selectFrom('form_fields')
    .select(['form_id', 'key', 'label', 'attribute', 'type', 'aliases', 'delimiter', 'missing', 'date_order', 'language', 'role', 'is_personal'])
    .where('tenant_id', '=', tenantId)
    .orderBy('form_id')
    .orderBy('position')
    .execute();
  const byForm = new Map<number, FormFieldRow[]>();
  for (const { form_id, ...field } of rows) {
    const fields = byForm.get(form_id);
    if (fields) fields.push(field);
    else byForm.set(form_id, [field]);
  }
  return byForm;
}
