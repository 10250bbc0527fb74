import { parseRuleSet, printRuleSet } from '@likeness/core';
import { copyLines, type Database, rememberKeys, withTenant } from '@likeness/server/bench';
import { SURVEY_FIELDS, surveyResponse, surveyRules } from './survey-data.ts';

/** A tenant with a survey. Its responses are stored, not yet scored; their ids are consecutive, in order of arrival. */
export type LoadedSurvey = { tenantId: number; formId: number; personaIds: number[]; responseCount: number; firstResponseId: number };

/** `personas`: how many active ones the tenant gets, the first is the one that single-persona figures are about. */
export type LoadSurveyOptions = { tenantId: number; responseCount: number; personas?: number };

const ROWS_AT_ONCE = 10_000;

/**
 * Makes a tenant with one form, so many responses of the benchmarks' survey, and personas, as fast as COPY goes.
 *
 * The rows are what submissions would have left behind, except that nothing is scored or counted yet: calculate the
 * personas for that. Foreign keys are not checked on the way in, so it needs the superuser that a benchmark's own
 * PostgreSQL has. Ends with statistics for the planner. Throws when the tenant exists.
 *
 * @example const { tenantId, personaIds } = await loadSurvey(db, { tenantId: 1, responseCount: 1_000_000 });
 */
export async function loadSurvey(db: Database, { tenantId, responseCount, personas = 1 }: LoadSurveyOptions): Promise<LoadedSurvey> {
  const { formId, personaIds } = await makeTenant(db, tenantId, personas);
  await rememberKeys(db, tenantId, formId, SURVEY_FIELDS.map(({ name }) => name));
  const firstResponseId = await reserveIds(db, 'form_responses', responseCount);
  const firstRespondentId = await reserveIds(db, 'respondents', responseCount);
  await copyRows(db, { tenantId, formId, firstResponseId, firstRespondentId, responseCount });
  await db.owner.query('VACUUM ANALYZE form_responses, respondents');
  return { tenantId, formId, personaIds, responseCount, firstResponseId };
}

async function copyRows(db: Database, numbers: Numbers): Promise<void> {
  const { responseCount } = numbers;
  const people: People = { numbers: new Uint32Array(responseCount), count: 0 };
  const session = await db.owner.connect();
  try {
    await session.query('SET session_replication_role = replica');
    let copying = Promise.resolve();
    for (let start = 0; start < responseCount; start += ROWS_AT_ONCE) {
      // These rows are made while PostgreSQL stores the last ones.
      const lines = toLines(start, Math.min(start + ROWS_AT_ONCE, responseCount), numbers, people);
      await copying;
      copying = copyLines(session, 'respondents', lines.respondents).then(() => copyLines(session, 'form_responses', lines.responses));
    }
    await copying;
  } finally {
    // The session's setting would outlive its turn in the pool.
    session.release(true);
  }
}

async function makeTenant(db: Database, tenantId: number, personas: number): Promise<{ formId: number; personaIds: number[] }> {
  return withTenant(db, tenantId, async (trx) => {
    await trx.insertInto('tenants').values({ id: tenantId, name: `Benchmark ${tenantId}` }).execute();
    const form = await trx.insertInto('forms').values({ tenant_id: tenantId, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
    const fields = SURVEY_FIELDS.map(({ name, type }, position) => ({
      tenant_id: tenantId, form_id: form.id, position, key: name, folded_key: name, label: name, attribute: null, type, aliases: [],
      delimiter: null, missing: [], date_order: null, language: null, role: null, is_personal: false,
    }));
    await trx.insertInto('form_fields').values(fields).execute();
    const personaIds: number[] = [];
    for (let index = 0; index < personas; index += 1) {
      const parsed = parseRuleSet(surveyRules(index));
      if (!parsed.ok) throw new Error('The rules of the benchmarks do not parse');
      const rules = JSON.stringify(printRuleSet(parsed.ruleSet));
      const unscored = { scored_edition: null, scored_at: null, last_synced_at: null, created_by: null };
      const persona = { tenant_id: tenantId, name: `Persona ${index + 1}`, edition: 1, ...unscored };
      const { id } = await trx.insertInto('cx_personas').values(persona).returning('id').executeTakeFirstOrThrow();
      const edition = { tenant_id: tenantId, persona_id: id, edition: 1, mapping_rules: rules, rules, restored_from: null, created_by: null };
      await trx.insertInto('persona_editions').values(edition).execute();
      personaIds.push(id);
    }
    return { formId: form.id, personaIds };
  });
}

/** The first of so many ids in a row that nobody else will get. */
async function reserveIds(db: Database, table: 'form_responses' | 'respondents', count: number): Promise<number> {
  const { rows } = await db.owner.query<{ last: number }>(
    `SELECT setval(sequence, nextval(sequence) + $2 - 1)::bigint AS last FROM (SELECT pg_get_serial_sequence($1, 'id')) AS s (sequence)`,
    [table, count],
  );
  if (rows[0] === undefined) throw new Error('A sequence answered nothing');
  return rows[0].last - count + 1;
}

type Numbers = { tenantId: number; formId: number; firstResponseId: number; firstRespondentId: number; responseCount: number };

/** Who has answered so far: by person 1 + the number of the respondent, 0 for nobody yet. Numbered as they come, as a server does. */
type People = { numbers: Uint32Array; count: number };

/** COPY's lines of the responses from `start` to before `end`, and of the people seen in them for the first time. */
function toLines(start: number, end: number, numbers: Numbers, people: People): { respondents: string; responses: string } {
  const { tenantId, formId, firstResponseId, firstRespondentId, responseCount } = numbers;
  const lines = { respondents: '', responses: '' };
  for (let index = start; index < end; index += 1) {
    const { person, submittedAtMs, data } = surveyResponse(index, responseCount);
    const at = new Date(submittedAtMs).toISOString();
    const isNew = person !== null && people.numbers[person] === 0;
    if (isNew) people.numbers[person] = people.count += 1;
    const respondent = person === null ? '\\N' : String(firstRespondentId - 1 + (people.numbers[person] ?? 0));
    if (isNew) lines.respondents += `${tenantId}\t${respondent}\tcustomer-${person}\t${at}\n`;
    // Nothing in the data needs COPY's escapes.
    lines.responses += `${tenantId}\t${firstResponseId + index}\t${formId}\t${respondent}\t\\N\t\\N\t${at}\t${at}\t${JSON.stringify(data)}\n`;
  }
  return lines;
}
