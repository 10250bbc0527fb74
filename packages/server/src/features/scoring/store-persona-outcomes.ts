import type { Frame, Kernel } from '@likeness/core';
import { writeInTurn } from '../../db/write-in-turn.ts';
import type { CalculatedPersona, CalculationTransaction } from './calculation.ts';
import { insertOutcomes, packOutcomes, stageChanges, upsertOutcomes, type OutcomeChange, type OutcomeRows, type PackedOutcomes } from './outcome-rows.store.ts';
import { readStoredOutcomes } from './read-stored-outcomes.ts';

/** A persona's rules, made ready for the frame. */
export type PersonaKernel = { persona: CalculatedPersona; kernel: Kernel };

/** Rows `from` to `to` (excluded) of a frame. */
export type RowSpan = { from: number; to: number };

/** `check` throws when nobody waits any more. `report` hears how many rows are done. */
export type StoringWatch = { check: () => void; report: (rows: number) => void };

/** `written` rows were stored, those of `changes` wait to replace others, and `live` responses were looked at. */
export type StoredCounts = { written: number; changes: OutcomeChange[]; live: number };

const ROWS_AT_ONCE = 20_000;

/**
 * Stores what a kernel finds in the first `rowCount` rows of a frame where nothing is stored of the persona, and puts
 * aside what differs from what is stored.
 *
 * Other jobs may bring the frame up to date meanwhile: rows behind `rowCount` are left alone, erased ones left out from
 * then on. Memory: a byte and a number a row for a persona that has scores, next to nothing otherwise.
 */
export async function storePersonaOutcomes(
  transaction: CalculationTransaction,
  frame: Frame,
  { persona, kernel }: PersonaKernel,
  rowCount: number,
  watch: StoringWatch,
): Promise<StoredCounts> {
  if (!persona.isScored) {
    const counts = await insertRows(transaction, frame, { persona, kernel }, rowCount, null, watch);
    return { ...counts, changes: [] };
  }
  const isStored = new Uint8Array(rowCount);
  const changes = await findChanged(transaction, frame, { persona, kernel }, isStored, watch);
  for (let start = 0; start < changes.length; start += ROWS_AT_ONCE) {
    watch.check();
    await stageChanges(transaction, persona.id, changes.slice(start, start + ROWS_AT_ONCE));
  }
  const counts = await insertRows(transaction, frame, { persona, kernel }, rowCount, isStored, watch);
  return { ...counts, changes };
}

/** Marks the rows that are stored, and answers those of them that are stored with other outcomes. */
async function findChanged(
  transaction: CalculationTransaction,
  frame: Frame,
  { persona, kernel }: PersonaKernel,
  isStored: Uint8Array,
  { check }: StoringWatch,
): Promise<OutcomeChange[]> {
  const patterns = new Uint32Array(isStored.length);
  for (let from = 0; from < patterns.length; from += ROWS_AT_ONCE) {
    check();
    const to = Math.min(patterns.length, from + ROWS_AT_ONCE);
    kernel.run(from, to, patterns.subarray(from, to));
  }
  const nameOf = createNames(kernel);
  const changes: OutcomeChange[] = [];
  await readStoredOutcomes(transaction, persona.id, (responseId, before) => {
    const row = frame.rowOf(responseId);
    if (row === -1 || row >= patterns.length) return;
    isStored[row] = 1;
    const after = nameOf(patterns[row] ?? 0);
    if (after !== before) changes.push({ responseId, before, after });
  });
  return changes;
}

/** Stores rows that are not marked. While the database works on some, the next are made ready. */
async function insertRows(
  transaction: CalculationTransaction,
  frame: Frame,
  personaKernel: PersonaKernel,
  rowCount: number,
  isStored: Uint8Array | null,
  { check, report }: StoringWatch,
): Promise<{ written: number; live: number }> {
  let live = 0;
  function* toPieces(): Generator<PackedOutcomes> {
    for (let from = 0; from < rowCount; from += ROWS_AT_ONCE) {
      check();
      const to = Math.min(rowCount, from + ROWS_AT_ONCE);
      const found = toRows(frame, personaKernel, { from, to }, isStored);
      live += found.live;
      if (found.rows.responseIds.length > 0) yield packOutcomes(found.rows);
      report(to);
    }
  }
  const written = await writeInTurn(toPieces(), (rows) => store(transaction, rows, isStored !== null));
  return { written, live };
}

async function store(transaction: CalculationTransaction, rows: PackedOutcomes, mayBeStored: boolean): Promise<number> {
  // Somebody may have had a single response matched since the stored ones were read.
  if (mayBeStored) return upsertOutcomes(transaction, rows);
  await insertOutcomes(transaction, rows);
  return rows.count;
}

/** What a kernel finds in the rows of a span that are neither erased nor marked; `live` counts the marked ones too. */
export function toRows(
  frame: Frame,
  { persona, kernel }: PersonaKernel,
  { from, to }: RowSpan,
  isStored: Uint8Array | null,
): { rows: OutcomeRows; live: number } {
  const patterns = new Uint32Array(to - from);
  kernel.run(from, to, patterns);
  const nameOf = createNames(kernel);
  const rows: OutcomeRows = { personaId: persona.id, responseIds: [], ruleOutcomes: [] };
  let live = 0;
  for (let index = 0; index < patterns.length; index += 1) {
    if (frame.isErased(from + index)) continue;
    live += 1;
    if (isStored?.[from + index] === 1) continue;
    rows.responseIds.push(frame.idOf(from + index));
    rows.ruleOutcomes.push(nameOf(patterns[index] ?? 0));
  }
  return { rows, live };
}

/** The outcomes of patterns as text, made once for each. */
function createNames(kernel: Kernel): (pattern: number) => string {
  const names: string[] = [];
  return (pattern) => (names[pattern] ??= kernel.outcomesOf(pattern));
}
