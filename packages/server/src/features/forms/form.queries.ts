import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { FormField } from './check-fields.ts';

/** A form as the contract shows it. */
export type Form = {
  id: number;
  name: string;
  fields: FormField[];
  response_count: number;
  revision: number;
  created_at: string;
  updated_at: string;
};

type FormRow = Omit<Form, 'created_at' | 'updated_at'> & { created_at: Date; updated_at: Date };

/** Which forms are there, in the order they were made, after the one with this id? With fields and counts. */
export async function listForms(trx: TenantTransaction, tenantId: number, page: { afterId: number; limit: number }): Promise<Form[]> {
  return selectForms(trx, tenantId, sql`f.id > ${page.afterId}`, page.limit);
}

/** One form with its fields and its number of responses; null when there is none of this id. */
export async function findForm(trx: TenantTransaction, tenantId: number, formId: number): Promise<Form | null> {
  return (await selectForms(trx, tenantId, sql`f.id = ${formId}`, 1))[0] ?? null;
}

async function selectForms(trx: TenantTransaction, tenantId: number, condition: ReturnType<typeof sql>, limit: number): Promise<Form[]> {
  const result = await sql<FormRow>`
    WITH page AS (
      SELECT f.id, f.name, f.revision, f.created_at, f.updated_at
      FROM forms f
      WHERE f.tenant_id = ${tenantId} AND ${condition}
      ORDER BY f.id
      LIMIT ${limit}
    ),
    fields AS (
      SELECT ff.form_id, json_agg(json_build_object(
        'key', ff.key, 'label', ff.label, 'attribute', ff.attribute, 'type', ff.type, 'aliases', ff.aliases,
        'delimiter', ff.delimiter, 'missing', ff.missing, 'date_order', ff.date_order, 'language', ff.language,
        'role', ff.role, 'is_personal', ff.is_personal) ORDER BY ff.position) AS list
      FROM form_fields ff
      WHERE ff.tenant_id = ${tenantId} AND ff.form_id IN (SELECT id FROM page)
      GROUP BY ff.form_id
    ),
    counts AS (
      SELECT r.form_id, count(*) AS responses
      FROM form_responses r
      WHERE r.tenant_id = ${tenantId} AND r.form_id IN (SELECT id FROM page)
      GROUP BY r.form_id
    )
    SELECT p.id, p.name, coalesce(f.list, '[]') AS fields, coalesce(c.responses, 0) AS response_count,
      p.revision, p.created_at, p.updated_at
    FROM page p
    LEFT JOIN fields f ON f.form_id = p.id
    LEFT JOIN counts c ON c.form_id = p.id
    ORDER BY p.id`.execute(trx);
  return result.rows.map((row) => ({ ...row, created_at: row.created_at.toISOString(), updated_at: row.updated_at.toISOString() }));
}

/** Is there a form of this id? */
export async function hasForm(trx: TenantTransaction, tenantId: number, formId: number): Promise<boolean> {
  const row = await trx.selectFrom('forms').select('id').where('tenant_id', '=', tenantId).where('id', '=', formId).executeTakeFirst();
  return row !== undefined;
}
