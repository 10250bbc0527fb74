import { attributesOf, compileKernel, type Frame } from '@likeness/core';
import { withTenant } from '../../db/tenant-scope.ts';
import { changeDayCounts, deleteDayCountsOf, noteDayCounts, replaceDayCounts, settleDayCounts, storeFirstDayCounts } from '../counts/day-counts.service.ts';
import type { FrameContext, OpenFrame } from '../frames/frame-job.ts';
import type { CalculatedPersona, CalculationResult, CalculationTransaction } from './calculation.ts';
import { beginCalculation, claimScores } from './calculation-transaction.ts';
import { replaceOutcomeScores } from './match.store.ts';
import {
  analyzeStaging, createStaging, deleteOrphans, deleteOutcomesOf, findOutcomes, mergeStaging, packOutcomes, upsertOutcomes, type OutcomeChange,
} from './outcome-rows.store.ts';
import { toDayChanges } from './to-day-changes.ts';
import { storePersonaOutcomes, toRows, type PersonaKernel, type RowSpan, type StoredCounts } from './store-persona-outcomes.ts';
import { advanceTally, tallyOutcomes, type OutcomeTally } from './tally-outcomes.ts';

/** Counting a persona anew costs as much as changing the counts of this share of its responses. */
const MOST_CHANGED_SHARE = 0.1;

/**
 * Calculates with the tenant's frame, in one transaction.
 *
 * While submissions go on: rows that nobody has stored are inserted, and the counts of days of a persona that had none,
 * where nobody sees them yet; rows that differ are put aside. Then, alone under the scoring lock: what came or went
 * meanwhile is caught up with, what was put aside replaces the stored rows, and the worth of combinations, the counts of
 * days and `scored_edition` become the new edition's.
 *
 * Throws `SettingsChanged`, `FrameTooLarge`, and the signal's reason; nothing is kept then.
 */
export async function calculateByFrame(context: FrameContext, personaIds: number[] | null): Promise<CalculationResult> {
  const { db, tenantId } = context;
  return withTenant(db, tenantId, async (trx, session) => {
    const transaction = { db, tenantId, trx, session };
    const personas = await beginCalculation(transaction, personaIds);
    if (personas.length === 0) return { processed: 0, matched: 0, written: 0, personaIds: [] };
    // Before this transaction writes anything: what is older than a frame's mark keeps the mark from moving on.
    const opened = await context.open(attributesOfAll(personas));
    const before = await storeAll(context, transaction, opened, personas);
    const present = await claimScores(transaction, personas, opened.dictionaries.settingsRevision);
    return finish(context, transaction, before, personas.filter(({ id }) => present.has(id)));
  });
}

/** What was found and stored while others went on, and which version of the frame it was found in. */
type Before = { opened: OpenFrame; rowCount: number; kernels: PersonaKernel[]; counts: StoredCounts[]; tally: OutcomeTally; version: number };

async function storeAll(
  context: FrameContext,
  transaction: CalculationTransaction,
  opened: OpenFrame,
  personas: readonly CalculatedPersona[],
): Promise<Before> {
  const { frame } = opened;
  const { rowCount } = frame;
  const kernels = toKernels(opened, personas);
  const check = (): void => {
    if (context.isCancelled()) throw context.signal.reason;
  };
  await createStaging(transaction);
  const counts: StoredCounts[] = [];
  for (const [index, kernel] of kernels.entries()) {
    if (!kernel.kernel.prepare(context.isCancelled)) throw context.signal.reason;
    const report = (rows: number): void => context.report(Math.floor((index * rowCount + rows) / kernels.length), rowCount);
    counts.push(await storePersonaOutcomes(transaction, frame, kernel, rowCount, { check, report }));
  }
  await analyzeStaging(transaction);
  const found = { tally: tally(context, frame, kernels), version: frame.version };
  for (const [index, { toDays, personaId }] of found.tally.personas.entries()) {
    if (kernels[index]?.persona.isScored === false) await storeFirstDayCounts(transaction.trx, transaction.tenantId, personaId, toDays());
  }
  return { opened, rowCount, kernels, counts, ...found };
}

/** The part that everybody waits for. */
async function finish(
  context: FrameContext,
  transaction: CalculationTransaction,
  before: Before,
  personas: readonly CalculatedPersona[],
): Promise<CalculationResult> {
  const { tenantId, trx, session } = transaction;
  const ids = personas.map(({ id }) => id);
  const gone = before.kernels.map(({ persona }) => persona.id).filter((id) => !ids.includes(id));
  if (gone.length > 0) {
    await deleteOutcomesOf(transaction, gone);
    await deleteDayCountsOf(trx, tenantId, gone);
  }
  if (ids.length === 0) return { processed: 0, matched: 0, written: 0, personaIds: [] };
  const now = await context.open(attributesOfAll(personas), { trx, session });
  const isSameFrame = now.frame === before.opened.frame;
  const kernels = isSameFrame ? before.kernels.filter(({ persona }) => ids.includes(persona.id)) : toKernels(now, personas);
  const late = isSameFrame ? [{ from: before.rowCount, to: now.frame.rowCount }] : findLateRows(before, now.frame);
  // While everything is stored as it was: from here on the counts change with the outcomes.
  const firstIds = kernels.filter(({ persona }) => !persona.isScored).map(({ persona }) => persona.id);
  const isRecounted = await settleDayCounts(trx, tenantId, firstIds);
  const merged = await mergeStaging(transaction, sum(before.counts.map(({ changes }) => changes.length)));
  let written = sum(before.counts.map((counts) => counts.written)) + merged.written;
  const lateChanges: OutcomeChange[][] = [];
  for (const kernel of kernels) lateChanges.push(await storeLate(transaction, now.frame, kernel, late));
  written += sum(lateChanges.map(({ length }) => length));
  if (mayHaveOrphans(before, now.frame, late)) written -= await deleteOrphans(transaction, ids, isSameFrame ? listErased(now.frame, before.rowCount) : null);
  const found = tallyNow(context, before, { frame: now.frame, kernels });
  await replaceOutcomeScores(trx, tenantId, ids, found.personas.flatMap(({ scores }) => scores));
  for (const [index, tallied] of found.personas.entries()) {
    const position = before.kernels.findIndex(({ persona }) => persona.id === tallied.personaId);
    const [stored, earlier] = [before.counts[position], before.tally.personas[position]];
    const changes = [...(stored?.changes ?? []), ...(lateChanges[index] ?? [])];
    const isScored = kernels[index]?.persona.isScored === true;
    const isKnown = merged.isExact && stored?.written === 0 && isScored;
    if (!isScored && isSameFrame && !isRecounted && earlier !== undefined) await changeDayCounts(trx, tenantId, tallied.personaId, tallied.changesSince(earlier));
    else if (!isKnown || changes.length > found.processed * MOST_CHANGED_SHARE) await replaceDayCounts(trx, tenantId, tallied.personaId, tallied.toDays());
    else await changeDayCounts(trx, tenantId, tallied.personaId, toDayChanges(now.frame, changes));
  }
  if (firstIds.length > 0) await noteDayCounts(trx, tenantId);
  return { processed: found.processed, matched: found.matched, written, personaIds: ids };
}

/** The tally of everything, from the one before where that is possible. */
function tallyNow(context: FrameContext, before: Before, { frame, kernels }: { frame: Frame; kernels: readonly PersonaKernel[] }): OutcomeTally {
  const isSame = frame === before.opened.frame && kernels.length === before.kernels.length;
  if (isSame && frame.version === before.version) return before.tally;
  return (isSame ? advanceTally(frame, kernels, before.tally) : null) ?? tally(context, frame, kernels);
}

/** Rows of the frame of now that the earlier one did not have, when another took its place. */
function findLateRows({ opened, rowCount }: Before, now: Frame): RowSpan[] {
  const spans: RowSpan[] = [];
  for (let row = 0; row < now.rowCount; row += 1) {
    const earlier = opened.frame.rowOf(now.idOf(row));
    if (earlier !== -1 && earlier < rowCount) continue;
    const last = spans.at(-1);
    if (last?.to === row) last.to += 1;
    else spans.push({ from: row, to: row + 1 });
  }
  return spans;
}

/** Stores what differs of the late rows of one persona, and answers it. */
async function storeLate(transaction: CalculationTransaction, frame: Frame, kernel: PersonaKernel, late: readonly RowSpan[]): Promise<OutcomeChange[]> {
  const changes: OutcomeChange[] = [];
  for (const span of late) {
    const { rows } = toRows(frame, kernel, span, null);
    if (rows.responseIds.length === 0) continue;
    const stored = await findOutcomes(transaction, rows.personaId, rows.responseIds);
    await upsertOutcomes(transaction, packOutcomes(rows));
    for (const [index, responseId] of rows.responseIds.entries()) {
      const [before, after] = [stored.get(responseId) ?? null, rows.ruleOutcomes[index] ?? ''];
      if (before !== after) changes.push({ responseId, before, after });
    }
  }
  return changes;
}

/** Whether responses were erased after rows of theirs had been inserted: then fewer of the first rows live than were met. */
function mayHaveOrphans({ counts }: Before, frame: Frame, late: readonly RowSpan[]): boolean {
  let lateCount = 0;
  for (const { from, to } of late) for (let row = from; row < to; row += 1) if (!frame.isErased(row)) lateCount += 1;
  const earlier = frame.liveRowCount - lateCount;
  return counts.some(({ live }) => live !== earlier);
}

/** Responses whose rows may have been inserted before they were erased. */
function listErased(frame: Frame, rowCount: number): number[] {
  const ids: number[] = [];
  for (let row = 0; row < rowCount; row += 1) if (frame.isErased(row)) ids.push(frame.idOf(row));
  return ids;
}

function tally({ isCancelled, signal }: FrameContext, frame: Frame, kernels: readonly PersonaKernel[]): OutcomeTally {
  const found = tallyOutcomes(frame, kernels, isCancelled);
  if (found === null) throw signal.reason;
  return found;
}

function toKernels({ frame, dictionaries }: OpenFrame, personas: readonly CalculatedPersona[]): PersonaKernel[] {
  return personas.map((persona) => ({ persona, kernel: compileKernel(persona.ruleSet, frame, dictionaries.thresholds) }));
}

function attributesOfAll(personas: readonly CalculatedPersona[]): string[] {
  return [...new Set(personas.flatMap(({ ruleSet }) => attributesOf(ruleSet)))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
