import { candidateKeys, resolveField, type SqlAttribute } from '@likeness/core';
import { sql, type RawBuilder } from 'kysely';
import type { Dictionaries } from '../../dictionary/dictionary.queries.ts';

/** For each form, and each attribute by its position: the raw keys that mean it, in the order in which they are tried. */
export type CandidateKeys = ReadonlyMap<number, readonly (readonly string[])[]>;

/** Which raw keys mean which attribute, as each form's dictionary says? */
export function toCandidateKeys(
  attributes: readonly SqlAttribute[],
  formKeys: ReadonlyMap<number, readonly string[]>,
  dictionaries: Pick<Dictionaries, 'forForm'>,
): CandidateKeys {
  return new Map(
    [...formKeys].map(([formId, keys]) => {
      const dictionary = dictionaries.forForm(formId);
      return [formId, attributes.map(({ attribute }) => candidateKeys(resolveField(dictionary, attribute), keys))];
    }),
  );
}

/** What `candidateCells` answers: the tenant, further conditions on `r` (form_responses), each led by `and`, and the attributes wanted. */
export type CellQuestion = { tenantId: number; which: RawBuilder<unknown>; positions: readonly number[] };

/**
 * What do responses hold where rules look? As a query with columns `id`, `form_id` and, for each wanted attribute, a
 * jsonb `cell_n` named after its position.
 *
 * A cell is the answer under the one key of the form that means the attribute, null when the response does not have
 * it; where several keys do, the list of their answers in order (JSON null for an absent one); null in forms without any.
 *
 * Cost: a response is decompressed once, however many cells are read of it.
 */
export function candidateCells(candidates: CandidateKeys, { tenantId, which, positions }: CellQuestion): RawBuilder<unknown> {
  const forms = [...candidates].map(([formId, keys]) => ({
    form_id: formId,
    ...Object.fromEntries(positions.map((position) => [`keys_${position}`, keys[position] ?? []])),
  }));
  const columns = positions.map((position) => sql.raw(`, keys_${position} text[]`));
  // Each offset 0 is a fence: below it a response is decompressed once (joining '{}' does no more than that) and its
  // cells are taken out once, so that what is joined later carries cells and not whole responses.
  return sql`
    select r.id, r.form_id ${sql.join(positions.map(toCell), sql``)}
    from (
      select r.id, r.form_id, '{}'::jsonb || r.response_data as data
      from form_responses r
      where r.tenant_id = ${tenantId} ${which}
      offset 0
    ) r
    left join json_to_recordset(${JSON.stringify(forms)}::json) as f (form_id bigint ${sql.join(columns, sql``)}) on f.form_id = r.form_id
    offset 0`;
}

function toCell(position: number): RawBuilder<unknown> {
  const keys = `f.keys_${position}`;
  return sql.raw(`,
      case when ${keys}[2] is null then r.data -> ${keys}[1]
        else (select jsonb_agg(r.data -> k.key order by k.rank) from unnest(${keys}) with ordinality as k (key, rank))
      end as cell_${position}`);
}
