/** What a cell may hold. Moments are ISO 8601 texts in UTC, days YYYY-MM-DD. null: an empty cell. */
export type ExportCell = string | number | boolean | null;

/**
 * How the cells of a column are meant. `value`: as they are; `number`: numbers, perhaps written as text; `score`: a percentage
 * with two decimals; `moment` and `day`: dates.
 */
export type ColumnKind = 'value' | 'number' | 'score' | 'moment' | 'day';

export type ExportColumn = { name: string; kind: ColumnKind };

/** A table on its way out: its head, and its rows in batches, as fast as they are taken. A row has a cell for each column. */
export type ExportTable = { columns: readonly ExportColumn[]; batches: AsyncIterable<readonly (readonly ExportCell[])[]> };

/** Where a list goes on after a page; null: nowhere. */
type Page<Item> = { items: readonly Item[]; next_cursor: string | null };

/** A column of a list: its head, its kind, and what an item has in it. */
export type ListColumn<Item> = ExportColumn & { of: (item: Item) => ExportCell };

/**
 * A list that is read page by page, as a table.
 *
 * The first page is read at once, so that a list which is refused (unknown persona, wrong filter) is refused before anything
 * is sent. Between pages the list may change: its cursor sees to it that nothing comes twice.
 */
export async function toListTable<Item>(columns: readonly ListColumn<Item>[], read: (cursor: string | undefined) => Promise<Page<Item>>): Promise<ExportTable> {
  const first = await read(undefined);
  const toRows = (items: readonly Item[]): ExportCell[][] => items.map((item) => columns.map((column) => column.of(item)));
  return {
    columns,
    batches: (async function* () {
      let page = first;
      yield toRows(page.items);
      while (page.next_cursor !== null) {
        page = await read(page.next_cursor);
        yield toRows(page.items);
      }
    })(),
  };
}
