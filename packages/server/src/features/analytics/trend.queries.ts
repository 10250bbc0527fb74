import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/** A week with how many respondents answered in it, each by their latest response of the week, and how many of them match. */
export type TrendWeek = { firstDay: string; lastDay: string; respondents: number; matching: number };

const WEEKS = 12;

/**
 * How did the coverage of these personas go, week by week, up to the newest day on which any of them has responses?
 *
 * Twelve weeks a persona, oldest first, those without responses included; a persona without any in all of them is absent.
 * Responses that are not counted yet are not in it: a trend does not change in a moment.
 *
 * Cost: one statement, in the counts of these days, whatever the number of responses.
 */
export async function listTrends(trx: TenantTransaction, tenantId: number, personaIds: readonly number[]): Promise<Map<number, TrendWeek[]>> {
  const { rows } = await sql<{ personaId: number; weeks: TrendWeek[] }>`
    with wanted as (
      select id from unnest(${personaIds}::bigint[]) as w (id)
    ), newest as (
      select max(c.day) as day
      from wanted cross join lateral (
        select day from persona_day_counts where tenant_id = ${tenantId} and persona_id = wanted.id order by day desc limit 1
      ) c
    ), weeks as (
      select newest.day - 7 * back - 6 as first_day, newest.day - 7 * back as last_day
      from newest cross join generate_series(0, ${WEEKS}::int - 1) as back
      where newest.day is not null
    ), counted as (
      select c.persona_id, w.last_day, sum(c.responses) as respondents, coalesce(sum(c.responses) filter (where s.band >= 1), 0) as matching
      from weeks w
      join persona_day_counts c
        on c.tenant_id = ${tenantId} and c.persona_id = any(${personaIds}::bigint[])
        and c.day between w.first_day and w.last_day and c.superseded_on > w.last_day
      join outcome_scores s on s.tenant_id = ${tenantId} and s.persona_id = c.persona_id and s.rule_outcomes = c.rule_outcomes
      group by c.persona_id, w.last_day
    )
    select p.persona_id as "personaId",
      json_agg(json_build_object(
        'firstDay', w.first_day, 'lastDay', w.last_day, 'respondents', coalesce(c.respondents, 0), 'matching', coalesce(c.matching, 0)
      ) order by w.last_day) as weeks
    from (select distinct persona_id from counted) p
    cross join weeks w
    left join counted c on c.persona_id = p.persona_id and c.last_day = w.last_day
    group by p.persona_id`.execute(trx);
  return new Map(rows.map(({ personaId, weeks }) => [personaId, weeks]));
}
