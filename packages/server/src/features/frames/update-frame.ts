import { createFrame, foldText, resolveField, type Dictionary, type Frame } from '@likeness/core';
import { loadDictionaries, type Dictionaries } from '../dictionary/dictionary.queries.ts';
import { estimateResponses, findFrameState, listMoments, takeXid, type FirstLook, type FrameState, type SeenState, type Watermark } from './frame-state.queries.ts';
import { FrameTooLarge } from './frame-too-large.ts';
import { createRowAdder, createWriters, type LoadedFrame } from './loaded-frame.ts';
import { readResponseRows, type RowSource } from './read-response-rows.ts';
import { describeField, type WantedColumn } from './response-cells.ts';
import { toErasedIds } from './to-erased-ids.ts';

/**
 * Where a frame is updated from. `isSnapshot`: the transaction sees one moment and has written nothing; otherwise each of its
 * queries may see more than the one before. `allowedBytes`: what one frame may take at most.
 */
export type FrameSource = Omit<RowSource, 'checkSize'> & {
  isSnapshot: boolean;
  /** Taken before the transaction began; null where it is not known. Only a frame that is loaded needs it. */
  watermark: Watermark | null;
  allowedBytes: number;
  /** Told the size from time to time; throws when it is too large. */
  checkSize: (bytes: number) => void;
};

/** `isNew`: loaded from nothing. `hasOwnChanges`: nobody but this transaction may use it. */
export type FrameUpdate = { loaded: LoadedFrame; isNew: boolean; hasOwnChanges: boolean };

/** The least that a row takes: its codes, a day, an id in a run. Real ones take more; this only refuses the hopeless. */
const LEAST_ROW_BYTES = 3;
const MOMENTS_AT_ONCE = 50_000;

/**
 * Brings a frame up to date with the database and gives it the columns it lacks; `current` null, or one that settings or the
 * server have left behind: loads it.
 *
 * `current` is changed in place and must not be used again when this throws. Throws `FrameTooLarge`, `not_found` for a tenant that
 * does not exist, and the reason of an aborted signal.
 *
 * Cost when nothing has changed: one query. A load is one scan of the tenant's responses, whatever the number of forms.
 */
export async function updateFrame(current: LoadedFrame | null, attributes: readonly string[], source: FrameSource): Promise<FrameUpdate> {
  const { trx, tenantId } = source;
  const seen: SeenState | FirstLook = current?.seen ?? { finalId: 0, pending: source.watermark, erasedSince: null };
  const state = await findFrameState(trx, tenantId, seen, { mayHaveWritten: !source.isSnapshot });
  const { hasOwnChanges } = state;
  const isSameRevision = current?.dictionaries.settingsRevision === state.settingsRevision;
  const dictionaries = current !== null && isSameRevision && !hasOwnChanges ? current.dictionaries : await loadDictionaries(trx, tenantId);
  if (current === null || !isStillRight(current, state, dictionaries)) {
    return { loaded: await loadFrame(attributes, state, dictionaries, source), isNew: true, hasOwnChanges };
  }
  current.dictionaries = dictionaries;
  await addColumns(current, attributes, source);
  await addResponses(current, state.newIds, source);
  for (const erasure of state.erasures) eraseResponses(current, erasure);
  await settleMoments(current.frame, source);
  current.seen = await moveOn(current, state, source);
  return { loaded: current, isNew: false, hasOwnChanges };
}

async function loadFrame(attributes: readonly string[], state: FrameState, dictionaries: Dictionaries, source: FrameSource): Promise<LoadedFrame> {
  const rowBytes = LEAST_ROW_BYTES + attributes.length;
  const mostRows = Math.floor(source.allowedBytes / rowBytes);
  const rows = await estimateResponses(source.trx, source.tenantId, mostRows);
  if (rows > mostRows) throw new FrameTooLarge(rows * rowBytes, source.allowedBytes);
  const seen = { finalId: 0, pending: source.watermark, erasedSince: state.xmin };
  const loaded: LoadedFrame = {
    frame: createFrame(attributes), dictionaries, serverStart: state.serverStart, seen, formIds: new Set(), erasedIds: new Set(),
    knownGapIds: new Set(state.gapIds), highestId: 0,
  };
  const columns = toColumns(loaded.frame, loaded.frame.attributes);
  await readResponseRows(toRowSource(loaded, source), { columns, ids: null, dictionaries }, createRowAdder(loaded));
  await settleMoments(loaded.frame, source);
  loaded.seen = await moveOn(loaded, state, source);
  return loaded;
}

/** Whether what the frame holds is still read the same way, and its past is still the database's past. */
function isStillRight({ frame, dictionaries: before, serverStart, formIds, knownGapIds }: LoadedFrame, state: FrameState, now: Dictionaries): boolean {
  if (serverStart !== state.serverStart || state.gapIds.some((id) => !knownGapIds.has(id))) return false;
  if (before === now) return true;
  const isSame = (attribute: string, a: Dictionary, b: Dictionary): boolean =>
    describeField(resolveField(a, attribute)) === describeField(resolveField(b, attribute));
  return before.timeZone === now.timeZone && [...formIds].every((formId) =>
    frame.attributes.every((attribute) => isSame(attribute, before.forForm(formId), now.forForm(formId))));
}

async function addColumns(loaded: LoadedFrame, attributes: readonly string[], source: FrameSource): Promise<void> {
  const { frame, dictionaries } = loaded;
  const missing = [...new Set(attributes.map(foldText))].filter((attribute) => !frame.hasColumn(attribute));
  if (missing.length === 0) return;
  frame.addColumns(missing);
  if (frame.rowCount === 0) return;
  const openWriter = createWriters(loaded);
  // Rows mostly come in the order in which they came before.
  let expected = 0;
  await readResponseRows(toRowSource(loaded, source), { columns: toColumns(frame, missing), ids: null, dictionaries }, ({ id }, formId) => {
    const writer = openWriter(formId);
    const isExpected = expected < frame.rowCount && frame.idOf(expected) === id && !frame.isErased(expected);
    if (isExpected) writer.openRowAt(expected);
    else {
      const row = frame.rowOf(id);
      if (row === -1) return null;
      expected = row;
      writer.openRowAt(row);
    }
    expected += 1;
    return writer;
  });
}

async function addResponses(loaded: LoadedFrame, newIds: readonly number[], source: FrameSource): Promise<void> {
  const { frame, dictionaries, erasedIds } = loaded;
  const unknown = newIds.filter((id) => frame.rowOf(id) === -1 && !erasedIds.has(id));
  const [first, last] = [unknown[0], unknown.at(-1)];
  if (first === undefined || last === undefined) return;
  const wanted = new Set(unknown);
  const addRow = createRowAdder(loaded);
  const columns = toColumns(frame, frame.attributes);
  await readResponseRows(toRowSource(loaded, source), { columns, ids: { from: first, to: last }, dictionaries }, (row, formId) =>
    wanted.has(row.id) ? addRow(row, formId) : null);
}

function eraseResponses({ frame, erasedIds, seen }: LoadedFrame, erasure: string): void {
  frame.erase(toErasedIds(erasure));
  for (const id of toErasedIds(erasure)) if (id > seen.finalId) erasedIds.add(id);
}

/** People who answered more than once on one day: only their moments tell which answer is the latest. */
async function settleMoments(frame: Frame, { trx, tenantId }: FrameSource): Promise<void> {
  const ids = frame.findUnsettledIds();
  if (ids.length === 0) return;
  const moments: (number | null)[] = [];
  for (let start = 0; start < ids.length; start += MOMENTS_AT_ONCE) {
    moments.push(...(await listMoments(trx, tenantId, ids.slice(start, start + MOMENTS_AT_ONCE))));
  }
  // Erased since the rows were read; the next update hears of it again.
  frame.erase(ids.filter((_, index) => moments[index] === null));
  const isThere = (_: unknown, index: number): boolean => moments[index] !== null;
  frame.settle(ids.filter(isThere), moments.filter((moment) => moment !== null));
}

async function moveOn({ highestId, seen, erasedIds }: LoadedFrame, { isPendingOver, xmin }: FrameState, { trx, isSnapshot }: FrameSource): Promise<SeenState> {
  const erasedSince = BigInt(xmin) > BigInt(seen.erasedSince) ? xmin : seen.erasedSince;
  if (seen.pending !== null && !isPendingOver) return { ...seen, erasedSince };
  const finalId = seen.pending?.id ?? seen.finalId;
  for (const id of erasedIds) if (id <= finalId) erasedIds.delete(id);
  // A transaction that writes has had its number since before it saw these ids.
  const isWanted = isSnapshot && highestId > finalId;
  return { finalId, pending: isWanted ? { id: highestId, xid: await takeXid(trx) } : null, erasedSince };
}

function toColumns(frame: Frame, attributes: readonly string[]): WantedColumn[] {
  return attributes.map((attribute) => ({ attribute, position: frame.attributes.indexOf(attribute) }));
}

function toRowSource({ frame }: LoadedFrame, { checkSize, ...source }: FrameSource): RowSource {
  return { ...source, checkSize: () => checkSize(frame.byteCount) };
}
