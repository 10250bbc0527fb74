import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { notFound } from '../../failures/failure.ts';
import { SNAPSHOT_COLUMNS, type SnapshotRow } from '../snapshots/snapshot.ts';

/**
 * A persona with all that its dashboard's head shows but the figures themselves.
 *
 * `scoredVersion` and `newestVersion` name the rows of the two editions; null for one that is not there. `countsVersion` is
 * another text after any change of what figures are made from; null while there are responses that are not counted yet.
 */
export type AnalyticsHead = {
  name: string;
  newestEdition: number;
  newestVersion: string | null;
  scoredEdition: number | null;
  scoredVersion: string | null;
  timeZone: string;
  settings: JsonObject;
  snapshot: SnapshotRow | null;
  countsVersion: string | null;
};

/**
 * What is there to be shown about a persona beside its figures? In one statement, because a round trip costs more than all
 * the rest of it. Throws `not_found`.
 */
export async function getAnalyticsHead(trx: TenantTransaction, tenantId: number, personaId: number): Promise<AnalyticsHead> {
  const { rows } = await sql<AnalyticsHead>`
    select p.name, p.edition as "newestEdition", p.scored_edition as "scoredEdition", newest.xmin::text as "newestVersion", scored.xmin::text as "scoredVersion",
      t.time_zone as "timeZone", t.settings,
      case when exists (select from pending_responses where tenant_id = ${tenantId}) then null
        else concat_ws(' ', p.scored_edition, extract(epoch from p.scored_at), d.revision, d.changed_in) end as "countsVersion",
      (select row_to_json(s) from (
        select ${SNAPSHOT} from persona_data_snapshots where tenant_id = ${tenantId} and persona_id = ${personaId} order by snapshot_date desc limit 1) s) as snapshot
    from cx_personas p
    join tenants t on t.id = ${tenantId}
    left join persona_editions newest on newest.tenant_id = ${tenantId} and newest.persona_id = ${personaId} and newest.edition = p.edition
    left join persona_editions scored
      on scored.tenant_id = ${tenantId} and scored.persona_id = ${personaId} and scored.edition = coalesce(p.scored_edition, p.edition)
    left join day_count_states d on d.tenant_id = ${tenantId}
    where p.tenant_id = ${tenantId} and p.id = ${personaId}`.execute(trx);
  const [head] = rows;
  if (head === undefined) throw notFound('persona');
  return head;
}

const SNAPSHOT = sql.join(SNAPSHOT_COLUMNS.map((column) => sql.ref(column)));
