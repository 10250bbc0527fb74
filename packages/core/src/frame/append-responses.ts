import { type Dictionary, resolveField } from '../answers/dictionary.ts';
import { type ResponseData, compareCandidates } from '../answers/find-answer.ts';
import { foldText } from '../answers/fold-text.ts';
import type { FormWriter, Frame } from './frame.ts';
import { toCellText } from './to-cell-text.ts';

/** A response as a plain object. `respondent` null: it is its own respondent. `day` is `YYYY-MM-DD`. */
export type FrameResponse = { id: number; respondent: number | null; day: string; submittedAtMs: number; responseData: ResponseData };

type Place = { position: number; rank: number };

const encoder = new TextEncoder();

/** Which columns does each folded key feed? Two attributes may read one key. */
function toPlaces(frame: Frame, dictionary: Dictionary): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  frame.attributes.forEach((attribute, position) => {
    resolveField(dictionary, attribute).names.forEach((name, rank) => {
      places.set(name, [...(places.get(name) ?? []), { position, rank }]);
    });
  });
  return places;
}

function offerCells(writer: FormWriter, places: ReadonlyMap<string, readonly Place[]>, responseData: ResponseData, columns: ReadonlySet<number>): void {
  const cells = Object.keys(responseData)
    .flatMap((key) => (places.get(foldText(key)) ?? []).map(({ position, rank }) => ({ position, rank, key })))
    .filter(({ position }) => columns.has(position))
    .sort(compareCandidates);
  for (const { position, key } of cells) {
    const bytes = encoder.encode(toCellText(responseData[key]));
    writer.offer(position, bytes, 0, bytes.length);
  }
}

/**
 * Adds responses of one form to a frame: plain objects, as a browser has them.
 *
 * Every value that a response can hold is kept exactly as the rules see it. Moments settle the order of what is given
 * here; where a response shares its day with one that the frame had before, `findUnsettledIds` still asks.
 *
 * @example appendResponses(frame, dictionary, [{ id: 1, respondent: null, day: '2026-01-31', submittedAtMs: 0, responseData: { age: 31 } }])
 */
export function appendResponses(frame: Frame, dictionary: Dictionary, responses: readonly FrameResponse[]): void {
  const writer = frame.openForm(dictionary);
  const places = toPlaces(frame, dictionary);
  const columns = new Set(frame.attributes.keys());
  const moments = new Map<number, number>();
  for (const { id, respondent, day, submittedAtMs, responseData } of responses) {
    writer.addRow(id, respondent, frame.toDayCode(day));
    offerCells(writer, places, responseData, columns);
    if (respondent !== null) moments.set(id, submittedAtMs);
  }
  const ids = frame.findUnsettledIds();
  if (ids.every((id) => moments.has(id))) frame.settle(ids, ids.map((id) => moments.get(id) ?? 0));
}

/**
 * Fills columns that were added after these responses of one form. Responses that the frame does not hold, and those
 * that were erased, are passed over. A column must be filled once only.
 */
export function fillColumns(
  frame: Frame,
  dictionary: Dictionary,
  attributes: readonly string[],
  responses: readonly Pick<FrameResponse, 'id' | 'responseData'>[],
): void {
  const writer = frame.openForm(dictionary);
  const places = toPlaces(frame, dictionary);
  const columns = new Set(attributes.map((attribute) => frame.attributes.indexOf(foldText(attribute))));
  for (const { id, responseData } of responses) {
    if (writer.openRow(id)) offerCells(writer, places, responseData, columns);
  }
}
