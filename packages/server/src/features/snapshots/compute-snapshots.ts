import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { createAnswerReader, type AnswerReader } from './answer-reader.ts';
import type { Calendar } from './calendar.ts';
import { listDayBehaviour, readMatchingResponses } from './day-figures.queries.ts';
import { addToDay, createDayTally, toDayFigures, toSnapshotPlan } from './day-tally.ts';
import type { Snapshot } from './snapshot.ts';
import type { StaleDay } from './stale-days.queries.ts';

/** A snapshot ready to be written, and what it was made from. */
export type NewSnapshot = StaleDay & {
  isComplete: boolean;
  metrics: object;
  demographics: object;
  behaviour: Snapshot['behavioral_data'];
};

const NOBODY: Snapshot['behavioral_data'] = { matches: 0, strong: 0, moderate: 0, weak: 0, avg_match_score: null, avg_evidence: null };

/**
 * The snapshots of these days, from one moment of the data: call it inside one snapshot, or under the scoring lock, when the
 * day counts were settled before.
 *
 * Responses are read once for all personas, and only those that match one. Cost: linear in the days' responses; memory
 * grows with personas and days, not with responses.
 */
export async function computeSnapshots(trx: TenantTransaction, tenantId: number, stale: StaleDay[], calendar: Calendar): Promise<NewSnapshot[]> {
  if (stale.length === 0) return [];
  const dictionaries = await loadDictionaries(trx, tenantId);
  const plan = toSnapshotPlan(dictionaries.settings);
  const tallies = new Map(stale.map((one) => [keyOf(one), createDayTally(plan)]));
  const behaviour = new Map((await listDayBehaviour(trx, tenantId, stale)).map((one) => [keyOf(one), one.figures]));
  const readers = new Map<number, AnswerReader>();
  for await (const batch of readMatchingResponses(trx, tenantId, stale, calendar)) {
    for (const { formId, responseData, slot, personaIds } of batch) {
      const reader = readers.get(formId) ?? createAnswerReader(dictionaries.forForm(formId), plan.attributes);
      readers.set(formId, reader);
      const answers = reader.read(responseData);
      for (const personaId of personaIds) {
        // The day may be stale for one persona and not for another.
        const tally = tallies.get(keyOf({ personaId, slot }));
        if (tally) addToDay(tally, plan, reader.fields, answers);
      }
    }
  }
  return stale.map((one) => ({
    ...one,
    ...toDayFigures(tallies.get(keyOf(one)) ?? createDayTally(plan), plan),
    isComplete: one.day < calendar.today,
    behaviour: behaviour.get(keyOf(one)) ?? NOBODY,
  }));
}

function keyOf({ personaId, slot }: { personaId: number; slot: number }): string {
  return `${personaId}/${slot}`;
}
