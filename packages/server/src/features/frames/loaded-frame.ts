import type { FormWriter, Frame } from '@likeness/core';
import type { Dictionaries } from '../dictionary/dictionary.queries.ts';
import { createDayCodes } from './day-codes.ts';
import type { SeenState } from './frame-state.queries.ts';
import type { GoToRow } from './read-response-rows.ts';

/** A tenant's frame with all that is needed to bring it up to date. */
export type LoadedFrame = {
  frame: Frame;
  dictionaries: Dictionaries;
  /** When the database server was started, as it says itself. */
  serverStart: string;
  seen: SeenState;
  /** Forms that have rows here. */
  formIds: Set<number>;
  /** Erased responses above `seen.finalId`: an older transaction may still show them. */
  erasedIds: Set<number>;
  /** Entries for forgotten erasures that were there when it was loaded: it was loaded without what they erased. */
  knownGapIds: ReadonlySet<number>;
  /** 0 when it has no rows. */
  highestId: number;
};

/** Opens each form's writer once, when its first row comes, with the dictionaries of now. */
export function createWriters({ frame, dictionaries }: LoadedFrame): (formId: number) => FormWriter {
  const writers = new Map<number, FormWriter>();
  let [lastFormId, last]: [number, FormWriter | undefined] = [Number.NaN, undefined];
  return (formId) => {
    if (formId === lastFormId && last !== undefined) return last;
    last = writers.get(formId) ?? frame.openForm(dictionaries.forForm(formId));
    lastFormId = formId;
    writers.set(formId, last);
    return last;
  };
}

/** Makes a row of each response. */
export function createRowAdder(loaded: LoadedFrame): GoToRow {
  const { frame, dictionaries, formIds } = loaded;
  const openWriter = createWriters(loaded);
  const toDayCode = createDayCodes(dictionaries.timeZone, (day) => frame.toDayCode(day));
  return ({ id, respondentId, submittedAtMs }, formId) => {
    const writer = openWriter(formId);
    writer.addRow(id, respondentId, toDayCode(submittedAtMs));
    formIds.add(formId);
    if (id > loaded.highestId) loaded.highestId = id;
    return writer;
  };
}
