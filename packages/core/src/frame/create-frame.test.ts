import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../answers/dictionary.ts';
import { addDays } from '../time/calendar-day.ts';
import { type FrameResponse, appendResponses, fillColumns } from './append-responses.ts';
import { createFrame } from './create-frame.ts';
import type { DayWindow, Frame } from './frame.ts';

const DAY_MS = 86_400_000;
const dictionary = compileDictionary([]);

/** Few days, few moments and few respondents, so that everything ties somewhere. */
const event = fc.record({
  respondent: fc.option(fc.constantFrom(1, 2, 3, 5000, 2 ** 40), { freq: 3 }),
  moment: fc.nat({ max: 5 }).chain((day) => fc.nat({ max: 2 }).map((part) => day * DAY_MS + part * 1000)),
});
const step = fc.record({ events: fc.array(event, { maxLength: 8 }), erased: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }) });
const day = fc.option(fc.nat({ max: 6 }).map((index) => addDays('2026-01-01', index)));

type Row = FrameResponse & { isErased: boolean };

const isIn = ({ startDate, endDate }: DayWindow, { day: date }: Row): boolean => (startDate === null || date >= startDate) && (endDate === null || date <= endDate);
const isLater = (a: Row, b: Row): boolean => a.submittedAtMs > b.submittedAtMs || (a.submittedAtMs === b.submittedAtMs && a.id > b.id);

/** The plain model: look at all other rows. */
function laterRowsOf(rows: readonly Row[], row: Row, window: DayWindow): Row[] {
  return rows.filter((other) => !other.isErased && other.respondent === row.respondent && row.respondent !== null && isIn(window, other) && isLater(other, row));
}

function settle(frame: Frame, rows: readonly Row[]): void {
  const ids = frame.findUnsettledIds();
  frame.settle(ids, ids.map((id) => rows.find((row) => row.id === id)!.submittedAtMs));
}

describe('createFrame', () => {
  it('knows ids, days, erasures and later responses as a plain list does', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), fc.tuple(day, day), fc.uniqueArray(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 40 }), (steps, [startDate, endDate], ids) => {
        const frame = createFrame(['a']);
        const rows: Row[] = [];
        for (const { events, erased } of steps) {
          const added = events.map(({ respondent, moment }, index): Row => ({
            id: ids[rows.length + index]!,
            respondent,
            day: addDays('2026-01-01', Math.floor(moment / DAY_MS)),
            submittedAtMs: moment,
            responseData: { a: index },
            isErased: false,
          }));
          rows.push(...added);
          appendResponses(frame, dictionary, added);
          const gone = erased.flatMap((index) => rows[index] ?? []);
          const alive = new Set(gone.filter((row) => !row.isErased));
          expect(frame.erase(gone.map(({ id }) => id))).toBe(alive.size);
          for (const row of gone) row.isErased = true;
          settle(frame, rows);

          expect([frame.rowCount, frame.liveRowCount]).toEqual([rows.length, rows.filter((row) => !row.isErased).length]);
          expect(rows.map((_, row) => frame.idOf(row))).toEqual(rows.map(({ id }) => id));
          expect(rows.map(({ id }) => frame.rowOf(id))).toEqual(rows.map((row, index) => (row.isErased ? -1 : index)));
          expect(rows.map((_, row) => frame.dayOf(row))).toEqual(rows.map((row) => (row.isErased ? '' : row.day)));
          const window = { startDate, endDate };
          const live = rows.flatMap((row, index) => (row.isErased ? [] : [{ row, index }]));
          const superseded = live.filter(({ row }) => isIn(window, row) && laterRowsOf(rows, row, window).length > 0);
          expect([...frame.supersededRows(window)]).toEqual(superseded.map(({ index }) => index));
          const everything = { startDate: null, endDate: null };
          const next = live.flatMap(({ row, index }) => {
            const [first] = laterRowsOf(rows, row, everything).toSorted((a, b) => (isLater(a, b) ? 1 : -1));
            return first === undefined ? [] : [[index, rows.indexOf(first)]];
          });
          const { rows: from, next: to } = frame.nextRows();
          expect([...from].map((row, place) => [row, to[place]])).toEqual(next);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('asks for moments only where a day does not tell, and refuses to guess', () => {
    const frame = createFrame([]);
    const form = frame.openForm(dictionary);
    const [first, second] = ['2026-01-01', '2026-01-02'].map((date) => frame.toDayCode(date));
    form.addRow(10, 7, first!);
    form.addRow(11, 7, second!);
    expect(frame.findUnsettledIds()).toEqual([]);
    expect([...frame.supersededRows({ startDate: null, endDate: null })]).toEqual([0]);
    form.addRow(12, 7, first!);
    expect(frame.findUnsettledIds()).toEqual([10, 12]);
    expect(() => frame.nextRows()).toThrow('settle');
    expect(() => frame.settle([10], [0])).toThrow(RangeError);
    frame.settle([10, 12], [5, 3]);
    expect(frame.nextRows()).toEqual({ rows: Uint32Array.of(0, 2), next: Uint32Array.of(1, 0) });
    expect([...frame.supersededRows({ startDate: null, endDate: '2026-01-01' })]).toEqual([2]);
  });

  it('finds ids in any order, and refuses what is none', () => {
    const frame = createFrame([]);
    const form = frame.openForm(dictionary);
    const day1 = frame.toDayCode('2026-01-01');
    const ids = Array.from({ length: 5000 }, (_, index) => (index % 3 === 0 ? index : 1_000_000 + ((index * 7919) % 5003) * 1_000_003));
    for (const id of ids) form.addRow(id, null, day1);
    expect(ids.map((id) => frame.rowOf(id))).toEqual(ids.map((_, row) => row));
    expect(ids.map((_, row) => frame.idOf(row))).toEqual(ids);
    expect(frame.rowOf(1)).toBe(-1);
    expect(frame.rowOf(2 ** 50)).toBe(-1);
    expect(() => form.addRow(-1, null, day1)).toThrow(RangeError);
    expect(() => form.addRow(1, -1, day1)).toThrow(RangeError);
    expect(() => form.addRow(1, null, 0)).toThrow(RangeError);
    expect(() => frame.idOf(99_999)).toThrow(RangeError);
    expect(() => frame.getColumn('age')).toThrow('"age"');
  });

  it('keeps an erased response without its answers', () => {
    const frame = createFrame(['City', 'city ', 'age']);
    expect(frame.attributes).toEqual(['city', 'age']);
    appendResponses(frame, dictionary, [{ id: 1, respondent: 1, day: '2026-01-01', submittedAtMs: 0, responseData: { CITY: 'Rome', age: 3 } }]);
    const { version } = frame;
    expect(frame.getColumn('city').codes.get(0)).toBe(1);
    expect(frame.erase([1, 1, 2])).toBe(1);
    expect(frame.attributes.map((attribute) => frame.getColumn(attribute).codes.get(0))).toEqual([0, 0]);
    expect(frame.version).toBeGreaterThan(version);
    frame.addColumns(['plan']);
    fillColumns(frame, dictionary, ['plan'], [{ id: 1, responseData: { plan: 'pro' } }]);
    expect(frame.getColumn('plan').answers.count).toBe(1);
  });

  it('is small: a byte for an answer that few others differ from', () => {
    const frame = createFrame(['a', 'b']);
    const form = frame.openForm(dictionary);
    const encoder = new TextEncoder();
    const cells = Array.from({ length: 200 }, (_, index) => encoder.encode(`"option ${index}"`));
    for (let row = 0; row < 200_000; row += 1) {
      form.addRow(row + 1, row + 50, frame.toDayCode('2026-01-01'));
      for (const position of [0, 1]) form.offer(position, cells[row % 200]!, 0, cells[row % 200]!.length);
    }
    // Two answers and a day of one byte; ids and respondents that count up take next to nothing.
    expect(frame.byteCount / 200_000).toBeLessThan(4.5);
  });
});
