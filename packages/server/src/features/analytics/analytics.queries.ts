import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { notFound } from '../../failures/failure.ts';
import { SNAPSHOT_COLUMNS, type SnapshotRow } from '../snapshots/snapshot.ts';
import { type FigureRow, selectFigures } from './figure-counts.queries.ts';

/**
 * A persona with all that its dashboard's head is made from, of one moment.
 *
 * `scoredVersion` and `newestVersion` name the rows of the two editions; null for one that is not there. `hasPending`:
 * there are responses that `figures` do not count. `figures` null: not asked for, or nothing was ever scored.
 * `countsVersion` is another text after any change of what figures of some days are made from, apart from pending ones.
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
  hasPending: boolean;
  countsVersion: string;
  figures: FigureRow | null;
};

type HeadRow = Omit<AnalyticsHead, 'figures'> & (FigureRow | { responses: null });

/**
 * What is there to be shown about a persona: in one statement, because a round trip costs more than all the rest of it.
 *
 * @param withFigures also those over all responses
 * Throws `not_found`. Cost: in the combinations of outcomes, not in the responses.
 */
export async function getAnalyticsHead(trx: TenantTransaction, tenantId: number, personaId: number, withFigures: boolean): Promise<AnalyticsHead> {
  const figures = withFigures ? selectFigures(tenantId, sql`= ${personaId}`, {}, false) : sql`select null::bigint as responses`;
  const columns = sql.join(SNAPSHOT_COLUMNS.map((column) => sql.ref(column)));
  const { rows } = await sql<HeadRow>`
    select p.name, p.edition as "newestEdition", p.scored_edition as "scoredEdition", newest.xmin::text as "newestVersion", scored.xmin::text as "scoredVersion",
      t.time_zone as "timeZone", t.settings,
      exists (select from pending_responses where tenant_id = ${tenantId}) as "hasPending",
      concat_ws(' ', p.scored_edition, extract(epoch from p.scored_at), t.time_zone, d.revision, d.changed_in) as "countsVersion",
      (select row_to_json(s) from (
        select ${columns} from persona_data_snapshots where tenant_id = ${tenantId} and persona_id = ${personaId} order by snapshot_date desc limit 1) s) as snapshot,
      f.*
    from cx_personas p
    join tenants t on t.id = ${tenantId}
    left join persona_editions newest on newest.tenant_id = ${tenantId} and newest.persona_id = ${personaId} and newest.edition = p.edition
    left join persona_editions scored
      on scored.tenant_id = ${tenantId} and scored.persona_id = ${personaId} and scored.edition = coalesce(p.scored_edition, p.edition)
    left join day_count_states d on d.tenant_id = ${tenantId}
    left join (${figures}) f on true
    where p.tenant_id = ${tenantId} and p.id = ${personaId}`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw notFound('persona');
  const { name, newestEdition, newestVersion, scoredEdition, scoredVersion, timeZone, settings, snapshot, hasPending, countsVersion, ...rest } = row;
  const head = { name, newestEdition, newestVersion, scoredEdition, scoredVersion, timeZone, settings, snapshot, hasPending, countsVersion };
  return { ...head, figures: rest.responses === null ? null : rest };
}
