import type { Band } from '@likeness/core';
import { sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import { readInBatches } from '../../db/read-in-batches.ts';
import type { CopySession, TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { recountPersonas } from '../counts/day-counts.service.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import { listScorablePersonas, loadRules } from './persona-rules.queries.ts';
import { replaceOutcomeScores, type NewOutcomeScore } from './match.store.ts';
import { toOutcomeScore, toRuleOutcomes } from './outcome-score.ts';
import { createPersonaScorer, type PersonaScorer, type ScorableResponse } from './persona-scorer.ts';
import { lockScoringExclusive } from './scoring-lock.ts';
import { analyzeStaging, copyToStaging, createStaging, listUnstagedResponses, mergeStaging } from './staged-scores.ts';

export type Calculation = {
  /** null: all active personas that have rules. */
  personaIds: number[] | null;
  /** Called after each batch; `total` responses in all. */
  report?: (done: number, total: number) => Promise<void>;
  signal?: AbortSignal;
};

/**
 * `processed` responses were scored; `matched` of them reach the moderate band of at least one of the personas.
 * `written` rows differed from what was stored.
 */
export type CalculationResult = { processed: number; matched: number; written: number; personaIds: number[] };

const MOST_ATTEMPTS = 3;

/**
 * Scores all responses of the tenant under the newest rules of these personas and makes the result the stored one.
 *
 * Everything is scored into a table of the session first, while submissions go on; then, in the same transaction and
 * with the scoring lock, what came meanwhile is added, all is merged and `scored_edition` set. Readers see the old
 * scores or the new ones. Killed at any point, nothing of it remains.
 *
 * Settings or dictionary that change while it works make it begin again, three times at most. Throws the signal's
 * reason when it is aborted. Personas without rules, and ids that do not exist, are left out.
 */
export async function calculateScores(db: Database, tenantId: number, calculation: Calculation): Promise<CalculationResult> {
  for (let attempt = 1; ; attempt++) {
    const result = await calculateOnce(db, tenantId, calculation);
    if (result !== 'settings changed') return result;
    if (attempt === MOST_ATTEMPTS) throw new Error('The settings changed again and again while scores were calculated.');
  }
}

async function calculateOnce(db: Database, tenantId: number, calculation: Calculation): Promise<CalculationResult | 'settings changed'> {
  const { scorer, settingsRevision } = await readTenant(db, tenantId, async (trx) => {
    const personas = await listScorablePersonas(trx, tenantId, calculation.personaIds);
    const rules = await loadRules(trx, tenantId, personas.map(({ id, edition }) => ({ personaId: id, edition })));
    const dictionaries = await loadDictionaries(trx, tenantId);
    return { scorer: createPersonaScorer(rules, dictionaries), settingsRevision: dictionaries.settingsRevision };
  });
  const [first] = scorer.personas;
  if (first === undefined) return { processed: 0, matched: 0, written: 0, personaIds: [] };
  return withTenant(db, tenantId, async (trx, session) => {
    await createStaging(trx);
    const counts = await stageAll(db, tenantId, scorer, session, calculation);
    await analyzeStaging(trx);
    await lockScoringExclusive(trx, tenantId);
    const tenant = await trx.selectFrom('tenants').select('settings_revision').where('id', '=', tenantId).executeTakeFirstOrThrow();
    if (tenant.settings_revision !== settingsRevision) return 'settings changed';
    const latecomers = await listUnstagedResponses(trx, tenantId, first.id);
    await copyToStaging(session, stage(scorer, latecomers, counts));
    const written = await mergeStaging(trx, tenantId);
    const personaIds = scorer.personas.map((persona) => persona.id);
    await replaceOutcomeScores(trx, tenantId, personaIds, [...counts.worth.values()]);
    await recountPersonas(trx, tenantId, scorer.personas.map((persona) => persona.id));
    await markScored(trx, tenantId, scorer);
    return { processed: counts.processed, matched: counts.matched, written, personaIds };
  });
}

type Counts = { processed: number; matched: number; worth: Map<string, NewOutcomeScore> };

/** Reading, scoring and writing overlap: a batch is read ahead, and one is being written while the next is scored. */
async function stageAll(db: Database, tenantId: number, scorer: PersonaScorer, session: CopySession, { report, signal }: Calculation): Promise<Counts> {
  const counts: Counts = { processed: 0, matched: 0, worth: new Map() };
  let writing: Promise<void> = Promise.resolve();
  try {
    await readTenant(db, tenantId, async (reader) => {
      const { total } = await reader
        .selectFrom('form_responses')
        .select((row) => row.fn.countAll<number>().as('total'))
        .where('tenant_id', '=', tenantId)
        .executeTakeFirstOrThrow();
      const responses = sql<ScorableResponse>`
        select id, form_id as "formId", response_data as "responseData" from form_responses where tenant_id = ${tenantId}`;
      for await (const batch of readInBatches(reader, responses)) {
        signal?.throwIfAborted();
        const lines = stage(scorer, batch, counts);
        await writing;
        writing = copyToStaging(session, lines);
        // Looked at in the next round; until then nobody else may call it unhandled.
        writing.catch(() => undefined);
        await report?.(counts.processed, total);
      }
    });
  } finally {
    await writing;
  }
  return counts;
}

const MATCHING: Record<Band, boolean> = { weak: false, moderate: true, strong: true };

/** Scores responses into lines for COPY, and counts them in. */
function stage(scorer: PersonaScorer, responses: ScorableResponse[], counts: Counts): string {
  let lines = '';
  for (const response of responses) {
    let isMatching = false;
    const scores = scorer.score(response);
    for (const [index, persona] of scorer.personas.entries()) {
      const score = scores[index];
      if (score === undefined) throw new Error('A persona gave no score.');
      const ruleOutcomes = toRuleOutcomes(score);
      isMatching ||= MATCHING[score.band];
      lines += `${persona.id}\t${response.id}\t${ruleOutcomes}\n`;
      const combination = `${persona.id}/${ruleOutcomes}`;
      if (!counts.worth.has(combination)) counts.worth.set(combination, { personaId: persona.id, score: toOutcomeScore(score) });
    }
    counts.processed += 1;
    if (isMatching) counts.matched += 1;
  }
  return lines;
}

async function markScored(trx: TenantTransaction, tenantId: number, scorer: PersonaScorer): Promise<void> {
  const ids = scorer.personas.map((persona) => persona.id);
  const editions = scorer.personas.map((persona) => persona.edition);
  await sql`
    update cx_personas p
    set scored_edition = s.edition, scored_at = clock_timestamp()
    from unnest(${ids}::bigint[], ${editions}::int[]) as s (persona_id, edition)
    where p.tenant_id = ${tenantId} and p.id = s.persona_id`.execute(trx);
  for (const persona of scorer.personas) await publishEvent(trx, tenantId, 'persona.scored', { id: persona.id, edition: persona.edition });
}
