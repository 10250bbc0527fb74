import { DEFAULT_SETTINGS } from '@likeness/contract';
import { findAnswer } from '@likeness/core';
import { describe, expect, it } from 'vitest';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { testDatabase } from '../../testing/index.ts';
import { bumpSettingsRevision, loadDictionaries, type Dictionaries } from './dictionary.queries.ts';

const db = await testDatabase();
const [OURS, THEIRS, NEITHER] = [1, 2, 3];

async function seed(tenantId: number, attributeAlias: string): Promise<number> {
  return withTenant(db, tenantId, async (trx) => {
    await trx
      .insertInto('tenants')
      .values({ id: tenantId, name: `Tenant ${tenantId}`, time_zone: 'Europe/Paris', settings: '{"bands": {"moderate": 45.5, "strong": 80}}' })
      .execute();
    await trx
      .insertInto('attributes')
      .values({ tenant_id: tenantId, name: 'age', folded_name: 'age', aliases: [attributeAlias], language: null })
      .execute();
    const form = await trx.insertInto('forms').values({ tenant_id: tenantId, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
    await trx
      .insertInto('form_fields')
      .values(['second', 'first'].map((key, index) => ({
        tenant_id: tenantId, form_id: form.id, position: 2 - index, key, folded_key: key, label: '', attribute: null,
        type: 'text' as const, delimiter: null, date_order: null, language: null, role: null,
      })))
      .execute();
    return form.id;
  });
}

const load = (tenantId: number): Promise<Dictionaries> => readTenant(db, tenantId, (trx) => loadDictionaries(trx, tenantId));

const formId = await seed(OURS, 'ours');
const theirFormId = await seed(THEIRS, 'theirs');

describe('loadDictionaries', () => {
  it('fills settings up with the defaults and gives thresholds in hundredths', async () => {
    const { settings, thresholds, timeZone, settingsRevision } = await load(OURS);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, bands: { moderate: 45.5, strong: 80 } });
    expect([thresholds, timeZone, settingsRevision]).toEqual([{ moderate: 4550, strong: 8000 }, 'Europe/Paris', 1]);
  });

  it('knows the tenant’s own attributes and fields, and nobody else’s', async () => {
    const { forForm, acrossForms, fieldsOf } = await load(OURS);
    expect(fieldsOf(formId).map(({ key }) => key)).toEqual(['first', 'second']);
    expect(fieldsOf(theirFormId)).toEqual([]);
    for (const dictionary of [forForm(formId), forForm(theirFormId), acrossForms()]) {
      expect(findAnswer(dictionary, { Ours: 31 }, 'age')?.given).toBe(31);
      expect(findAnswer(dictionary, { theirs: 31 }, 'age')).toBe(null);
    }
    expect(forForm(formId)).toBe(forForm(formId));
  });

  it('answers not_found for a tenant that does not exist', async () => {
    await expect(load(NEITHER)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('bumpSettingsRevision', () => {
  it('moves the tenant’s own revision on by one', async () => {
    expect(await withTenant(db, OURS, (trx) => bumpSettingsRevision(trx, OURS))).toBe(2);
    expect([(await load(OURS)).settingsRevision, (await load(THEIRS)).settingsRevision]).toEqual([2, 1]);
    await expect(withTenant(db, OURS, (trx) => bumpSettingsRevision(trx, THEIRS))).rejects.toMatchObject({ code: 'not_found' });
  });
});
