import { compileDictionary, type Dictionary, type FieldDefinition, type RuleSet, type Score } from '@likeness/core';
import { sql } from 'kysely';
import type { CopySession, TenantTransaction } from '../../../db/scoped-transaction.ts';
import type { JsonObject } from '../../../db/tables.ts';
import type { SqlSource } from './answer-book.ts';
import { toOutcomeScore, type OutcomeScore } from '../outcome-score.ts';

/** A response to be stored, as JSON text. `person` null: nobody knows who. */
export type WorldResponse = { form: number; json: string; person: number | null; minute: number };

/** A tenant inside a transaction, whose forms are read as the test says. */
export type World = SqlSource & { formIds: number[]; dictionaryOf(formId: number): Dictionary };

/** Makes a tenant with one form for each of these lists of fields. */
export async function makeWorld(trx: TenantTransaction, session: CopySession, tenantId: number, fieldsOfForms: readonly FieldDefinition[][]): Promise<World> {
  await trx.insertInto('tenants').values({ id: tenantId, name: `Tenant ${tenantId}` }).execute();
  const forms = await trx.insertInto('forms').values(fieldsOfForms.map((_, index) => ({ tenant_id: tenantId, name: `Form ${index}` }))).returning('id').execute();
  const formIds = forms.map(({ id }) => id);
  const dictionaries = new Map(formIds.map((id, index) => [id, compileDictionary(fieldsOfForms[index] ?? [])]));
  const dictionaryOf = (formId: number): Dictionary => dictionaries.get(formId) ?? compileDictionary([]);
  return { trx, session, tenantId, dictionaries: { forForm: dictionaryOf }, formIds, dictionaryOf };
}

const MINUTE_ZERO = Date.parse('2026-03-01T00:00:00Z');

export function toMoment(minute: number): Date {
  return new Date(MINUTE_ZERO + minute * 60_000);
}

/** Stores responses and the keys that they use; answers their ids in order. */
export async function storeResponses({ trx, tenantId, formIds }: World, responses: readonly WorldResponse[]): Promise<number[]> {
  if (responses.length === 0) return [];
  const people = [...new Set(responses.flatMap(({ person }) => person ?? []))];
  await sql`
    insert into respondents (tenant_id, respondent_key)
    select ${tenantId}, k.key from unnest(${people.map(String)}::text[]) as k (key)
    on conflict (tenant_id, respondent_key) do nothing`.execute(trx);
  const { rows } = await sql<{ id: number }>`
    insert into form_responses (tenant_id, form_id, respondent_id, submitted_at, response_data)
    select ${tenantId}, g.form_id, p.id, g.submitted_at, g.data
    from unnest(
      ${responses.map(({ form }) => formIds[form])}::bigint[], ${responses.map(({ person }) => person)}::text[],
      ${responses.map(({ minute }) => toMoment(minute).toISOString())}::timestamptz[], ${responses.map(({ json }) => json)}::jsonb[]
    ) with ordinality as g (form_id, person, submitted_at, data, position)
    left join respondents p on p.tenant_id = ${tenantId} and p.respondent_key = g.person
    order by g.position
    returning id`.execute(trx);
  const ids = rows.map(({ id }) => id);
  await sql`
    insert into form_keys (tenant_id, form_id, key)
    select distinct r.tenant_id, r.form_id, k.key
    from form_responses r cross join lateral jsonb_object_keys(r.response_data) as k (key)
    where r.tenant_id = ${tenantId} and r.id = any (${ids}::bigint[])
      and not exists (select from form_keys f where f.tenant_id = r.tenant_id and f.form_id = r.form_id and f.key = k.key)`.execute(trx);
  return ids;
}

/** Every response of the tenant as it is stored now. */
export async function readResponses({ trx, tenantId }: World): Promise<{ id: number; formId: number; data: JsonObject; respondent: number; submittedAt: Date }[]> {
  const { rows } = await sql<{ id: number; formId: number; data: JsonObject; respondent: number; submittedAt: Date }>`
    select id, form_id as "formId", response_data as data, coalesce(respondent_id, -id) as respondent, submitted_at as "submittedAt"
    from form_responses where tenant_id = ${tenantId} order by id`.execute(trx);
  return rows;
}

/** A score as the scoring in the database leaves it, by `persona: response`. */
type WorldScores = Record<string, OutcomeScore>;

/** What is in the temporary tables once a scoring is settled. */
export async function readScores({ trx }: World): Promise<WorldScores> {
  const { rows } = await sql<OutcomeScore & { persona_id: number; response_id: number }>`
    select o.persona_id, o.response_id, s.rule_outcomes, s.match_score::text, s.band, s.evidence, s.every_rule
    from sql_outcomes o left join sql_outcome_scores s on s.persona_id = o.persona_id and s.rule_outcomes = o.rule_outcomes`.execute(trx);
  const scores: WorldScores = {};
  for (const { persona_id, response_id, ...score } of rows) {
    if (scores[`${persona_id}: ${response_id}`] !== undefined) throw new Error('A response was scored twice.');
    scores[`${persona_id}: ${response_id}`] = score;
  }
  return scores;
}

/** The same as some other way of scoring would have it. */
export async function scoresBy(world: World, ruleSets: readonly RuleSet[], score: (ruleSet: RuleSet, dictionary: Dictionary, data: JsonObject) => Score): Promise<WorldScores> {
  const scores: WorldScores = {};
  for (const { id, formId, data } of await readResponses(world)) {
    for (const [index, ruleSet] of ruleSets.entries()) scores[`${index}: ${id}`] = toOutcomeScore(score(ruleSet, world.dictionaryOf(formId), data));
  }
  return scores;
}

/** Personas whose ids are their positions. */
export function toPersonas(ruleSets: readonly RuleSet[]): { id: number; ruleSet: RuleSet }[] {
  return ruleSets.map((ruleSet, id) => ({ id, ruleSet }));
}
