import { type Dictionary, resolveField } from '../answers/dictionary.ts';
import { foldText } from '../answers/fold-text.ts';
import { AnswerList } from './answer-list.ts';
import { CodeColumn } from './code-column.ts';
import type { Column } from './column.ts';
import type { DayWindow, FormWriter, Frame } from './frame.ts';
import { IdList } from './id-list.ts';
import { RepeatRows } from './repeat-rows.ts';
import { RowBits } from './row-bits.ts';
import { RespondentRows } from './respondent-rows.ts';

const BYTES_PER_DAY = 100;

class ColumnFrame implements Frame {
  liveRowCount = 0;
  version = 0;
  readonly attributes: string[] = [];
  readonly days: string[] = [''];
  private readonly columns: Column[] = [];
  private readonly positions = new Map<string, number>();
  private readonly ids = new IdList();
  readonly dayCodes = new CodeColumn();
  private readonly dayCodeOf = new Map<string, number>();
  /** By day code; worked out again when there are more days. */
  private dayRanks = new Int32Array(0);
  private readonly respondents = new RespondentRows();
  private readonly repeats = new RepeatRows({ dayRankOf: (row) => this.dayRankOf(row), idOf: (row) => this.ids.idOf(row) });
  private superseded: { version: number; window: DayWindow; bits: RowBits } | null = null;

  get rowCount(): number {
    return this.ids.count;
  }

  get byteCount(): number {
    let byteCount = this.ids.byteCount + this.dayCodes.byteCount + this.respondents.byteCount + this.repeats.byteCount;
    for (const { codes, answers } of this.columns) byteCount += codes.byteCount + answers.byteCount;
    return byteCount + BYTES_PER_DAY * this.days.length + (this.superseded?.bits.byteCount ?? 0);
  }

  hasColumn(attribute: string): boolean {
    return this.positions.has(foldText(attribute));
  }

  getColumn(attribute: string): Column {
    const column = this.columns[this.positions.get(foldText(attribute)) ?? -1];
    if (column === undefined) throw new RangeError(`The frame has no column for "${attribute}".`);
    return column;
  }

  addColumns(attributes: readonly string[]): void {
    for (const attribute of attributes.map(foldText)) {
      if (this.positions.has(attribute)) continue;
      this.positions.set(attribute, this.columns.length);
      this.attributes.push(attribute);
      this.columns.push({ attribute, codes: new CodeColumn(), answers: new AnswerList() });
      this.version += 1;
    }
  }

  idOf(row: number): number {
    const id = this.ids.idOf(row);
    if (id === -1) throw new RangeError(`There is no row ${row}.`);
    return id;
  }

  rowOf(id: number): number {
    const row = this.ids.rowOf(id);
    return row === -1 || this.isErased(row) ? -1 : row;
  }

  isErased(row: number): boolean {
    return this.dayCodes.get(row) === 0;
  }

  dayOf(row: number): string {
    return this.days[this.dayCodes.get(row)] ?? '';
  }

  toDayCode(day: string): number {
    const known = this.dayCodeOf.get(day);
    if (known !== undefined) return known;
    const code = this.days.length;
    this.days.push(day);
    this.dayCodeOf.set(day, code);
    return code;
  }

  openForm(dictionary: Dictionary): FormWriter {
    const variants: (number | undefined)[] = [];
    let row = -1;
    return {
      addRow: (id, respondent, dayCode) => {
        if (this.days[dayCode] === undefined || dayCode === 0) throw new RangeError(`${dayCode} is no code of a day.`);
        row = this.addRow(id, respondent, dayCode);
        return row;
      },
      openRow: (id) => {
        row = this.rowOf(id);
        return row !== -1;
      },
      openRowAt: (at) => {
        row = at;
      },
      offer: (position, bytes, start, end) => {
        const column = this.columns[position];
        if (column === undefined || row === -1) throw new RangeError('Cells are offered to a column and a row that exist.');
        const { attribute, answers, codes } = column;
        const variant = (variants[position] ??= answers.toVariant(resolveField(dictionary, attribute)));
        const before = codes.get(row);
        codes.set(row, before === 0 ? answers.intern(variant, bytes, start, end) : answers.internAfter(before, variant, bytes, start, end));
        this.version += 1;
      },
    };
  }

  erase(ids: Iterable<number>): number {
    let count = 0;
    for (const id of ids) {
      const row = this.rowOf(id);
      if (row === -1) continue;
      this.dayCodes.set(row, 0);
      for (const { codes } of this.columns) codes.set(row, 0);
      count += 1;
    }
    this.liveRowCount -= count;
    this.version += count;
    return count;
  }

  findUnsettledIds(): number[] {
    return this.repeats.findUnsettled().map((row) => this.ids.idOf(row));
  }

  settle(ids: readonly number[], submittedAtMs: readonly number[]): void {
    const moments = new Map<number, number>();
    ids.forEach((id, index) => {
      const moment = submittedAtMs[index];
      if (moment !== undefined) moments.set(this.ids.rowOf(id), moment);
    });
    const isKnown = this.repeats.findUnsettled().every((row) => moments.has(row));
    if (!isKnown) throw new RangeError('Moments are missing: settle needs all that findUnsettledIds asks for.');
    this.repeats.settle((row) => moments.get(row));
  }

  supersededRows(window: DayWindow): Uint32Array {
    return this.supersededBits(window).toRows();
  }

  supersededBits(window: DayWindow): RowBits {
    const { startDate, endDate } = window;
    const known = this.superseded;
    if (known?.version === this.version && known.window.startDate === startDate && known.window.endDate === endDate) return known.bits;
    const bits = new RowBits(this.rowCount);
    const isInside = Uint8Array.from(this.days, (day) => (startDate === null || day >= startDate ? 1 : 0));
    const endsBefore = Uint8Array.from(this.days, (day) => (endDate !== null && day > endDate ? 1 : 0));
    this.requireSettled().forEachNext((row, next) => {
      // A later response of the respondent is inside the window when the next one is: days ascend with moments.
      if (isInside[this.dayCodes.get(row)] === 1 && endsBefore[this.dayCodes.get(next)] === 0) bits.add(row);
    });
    this.superseded = { version: this.version, window: { startDate, endDate }, bits };
    return bits;
  }

  nextRows(): { rows: Uint32Array; next: Uint32Array } {
    // One more than the next row; 0: there is none.
    const nextOf = new Uint32Array(this.rowCount);
    let count = 0;
    this.requireSettled().forEachNext((row, next) => {
      nextOf[row] = next + 1;
      count += 1;
    });
    const rows = new Uint32Array(count);
    const next = new Uint32Array(count);
    let place = 0;
    for (const [row, after] of nextOf.entries()) {
      if (after === 0) continue;
      rows[place] = row;
      next[place] = after - 1;
      place += 1;
    }
    return { rows, next };
  }

  private addRow(id: number, respondent: number | null, dayCode: number): number {
    const row = this.ids.count;
    this.ids.add(id);
    this.dayCodes.set(row, dayCode);
    this.liveRowCount += 1;
    this.version += 1;
    if (respondent === null) return row;
    const anchor = this.respondents.findOrAdd(respondent, row);
    if (anchor !== -1) this.repeats.add(anchor, row);
    return row;
  }

  /** Where moments are not needed, rows settle by themselves. */
  private requireSettled(): RepeatRows {
    if (this.repeats.isSettled) return this.repeats;
    if (this.repeats.findUnsettled().length > 0) throw new Error('Moments are missing: settle the frame first.');
    this.repeats.settle(() => undefined);
    return this.repeats;
  }

  private dayRankOf(row: number): number {
    const code = this.dayCodes.get(row);
    if (code >= this.dayRanks.length) {
      const order = this.days.map((_, index) => index).sort((a, b) => ((this.days[a] ?? '') < (this.days[b] ?? '') ? -1 : 1));
      this.dayRanks = new Int32Array(this.days.length);
      order.forEach((index, rank) => (this.dayRanks[index] = rank));
      this.dayRanks[0] = -1;
    }
    return this.dayRanks[code] as number;
  }
}

/**
 * An empty frame with columns for some attributes (folded; each once).
 *
 * Rows come through `openForm`; `appendResponses` does it for plain objects.
 *
 * @example createFrame(['age', 'Age ']).attributes // ['age']
 */
export function createFrame(attributes: readonly string[]): Frame {
  const frame = new ColumnFrame();
  frame.addColumns(attributes);
  return frame;
}
