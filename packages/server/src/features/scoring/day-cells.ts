/** So many responses of one pattern, on one day, whose respondent answered next on another. Days are codes of a frame; next 0: none. */
export type DayCell = { pattern: number; day: number; next: number; responses: number };

/** Numbers of responses by pattern, day and next day. `forEach` passes over those that are 0, in no particular order. */
export type DayCells = {
  add: (pattern: number, day: number, next: number, responses: number) => void;
  forEach: (visit: (pattern: number, day: number, next: number, responses: number) => void) => void;
};

/** Cells that a table is made for; beyond it they are looked up. */
const MOST_TABLE_CELLS = 4_000_000;

/** Makes empty cells for day codes below `dayCount`, which are fastest for patterns below `patternLimit`. */
export function createDayCells(dayCount: number, patternLimit: number): DayCells {
  // No next day is by far the most frequent.
  const table = new Int32Array(Math.min(MOST_TABLE_CELLS, dayCount * patternLimit));
  const others = new Map<number, number>();
  return {
    add: (pattern, day, next, responses) => {
      const cell = pattern * dayCount + day;
      if (next === 0 && cell < table.length) {
        table[cell] = (table[cell] ?? 0) + responses;
        return;
      }
      const key = cell * dayCount + next;
      others.set(key, (others.get(key) ?? 0) + responses);
    },
    forEach: (visit) => {
      for (const [cell, responses] of table.entries()) {
        if (responses !== 0) visit(Math.floor(cell / dayCount), cell % dayCount, 0, responses);
      }
      for (const [key, responses] of others) {
        const cell = Math.floor(key / dayCount);
        if (responses !== 0) visit(Math.floor(cell / dayCount), cell % dayCount, key % dayCount, responses);
      }
    },
  };
}

/** The cells in the order of the key of the table they go to, so that each finds its place beside the one before. */
export function listCellsByDay(cells: DayCells, days: readonly string[]): DayCell[] {
  const byDay: DayCell[][] = days.map(() => []);
  cells.forEach((pattern, day, next, responses) => byDay[day]?.push({ pattern, day, next, responses }));
  // Most have no next day, and come last: it is infinity.
  const rank = ({ next }: DayCell): number => (next === 0 ? days.length : next);
  const inOrder = days.map((day, code) => ({ day, code })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return inOrder.flatMap(({ code }) => (byDay[code] ?? []).sort((a, b) => rank(a) - rank(b) || a.pattern - b.pattern));
}

/** What has to be added to (or, where negative, taken from) the first to make the second. */
export function listChangedCells(before: DayCells, after: DayCells): DayCell[] {
  const changes = new Map<string, DayCell>();
  const add = (sign: 1 | -1) => (pattern: number, day: number, next: number, responses: number): void => {
    const key = `${pattern} ${day} ${next}`;
    const known = changes.get(key);
    if (known === undefined) changes.set(key, { pattern, day, next, responses: sign * responses });
    else known.responses += sign * responses;
  };
  before.forEach(add(-1));
  after.forEach(add(1));
  return [...changes.values()].filter(({ responses }) => responses !== 0);
}
