import { Button } from '@mantine/core';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { Icon } from '../Icon.tsx';
import { messages } from '../messages.ts';
import { exportFromServer, exportRows } from '../export/export-rows.ts';
import { ExportTable } from '../export/ExportTable.tsx';
import type { OpenExport, TableFormat } from '../export/receive-file.ts';
import type { ExportWork } from '../export/use-export.ts';
import type { Column, Sorting } from './column.ts';
import classes from './data-table.module.css';
import { sortRows } from './sort-rows.ts';
import { useRowWindow } from './use-row-window.ts';

type DataTableProps<Row> = {
  /** What the table holds, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** When the server sorts: how it is sorted now, and what to do on a click. Without it the rows at hand are sorted here. */
  sorting?: { now: Sorting | null; onSort: (sorting: Sorting) => void };
  /** When there are more rows on the server than here. */
  more?: { hasMore: boolean; isLoading: boolean; onMore: () => void; total?: number | null };
  /** Under which name (without ending) the rows at hand can be exported, as CSV and for Excel; without it they cannot. */
  csvName?: string;
  /** When there may be more rows on the server than here: asks it for all of them, to be exported in place of those at hand. */
  openExport?: OpenExport;
  /** Draws only what is in sight, for thousands of rows: a guess of a row's height in pixels. */
  virtualRowHeight?: number;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
};

/**
 * A table with a sticky head: sortable, paged by cursor, of any length, exported as it stands. On a phone each row becomes a
 * stack of labelled values. What a row opens is a link in one of its cells (`RowLink` makes the whole row clickable).
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, sorting, more, csvName, openExport, virtualRowHeight, empty }: DataTableProps<Row>) {
  const [own, setOwn] = useState<Sorting | null>(null);
  const now = sorting === undefined ? own : sorting.now;
  const shown = useMemo(() => (sorting === undefined ? sortRows(rows, columns, own) : rows), [sorting, rows, columns, own]);
  const { ref, rowRef, start, end, before, after } = useRowWindow(shown.length, virtualRowHeight ?? null, more);
  if (rows.length === 0) return <div className={classes.empty}>{empty ?? messages.table.empty}</div>;
  return (
    <div className={classes.frame}>
      <table ref={ref} className={classes.table} aria-rowcount={more?.total ?? (more?.hasMore === true ? -1 : shown.length + 1)}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} now={now} onSort={sorting?.onSort ?? setOwn} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer blockSize={before} columns={columns.length} />
          {shown.slice(start, end).map((row, index) => (
            <BodyRow key={rowKey(row)} row={row} index={start + index} columns={columns} rowRef={rowRef} />
          ))}
          <Spacer blockSize={after} columns={columns.length} />
        </tbody>
      </table>
      <Foot shown={shown.length} more={more} toWork={csvName === undefined ? null : (format) => (openExport === undefined ? exportRows({ name: csvName, columns, rows: shown }, format) : exportFromServer(csvName, format, openExport))} />
    </div>
  );
}

function HeaderCell<Row>({ column, now, onSort }: { column: Column<Row>; now: Sorting | null; onSort: (sorting: Sorting) => void }) {
  const direction = now?.key === column.key ? now.direction : undefined;
  const style = column.width === undefined ? {} : { inlineSize: column.width };
  const next = direction === undefined && column.align === 'end' ? 'descending' : direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={column.align === 'end' ? classes.end : ''} style={style} aria-sort={direction ?? (column.isSortable === true ? 'none' : undefined)}>
      {column.isSortable === true ? (
        <button type="button" className={classes.sort} onClick={() => onSort({ key: column.key, direction: next })}>
          {column.header}
          <Icon name={direction === undefined ? 'sort' : direction === 'ascending' ? 'up' : 'down'} size={12} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

type BodyRowProps<Row> = { row: Row; index: number; columns: readonly Column<Row>[]; rowRef: (row: HTMLElement | null) => void };

/** One row. It is not drawn again while others come and go. */
const BodyRow = memo(function BodyRow<Row>({ row, index, columns, rowRef }: BodyRowProps<Row>) {
  return (
    <tr ref={rowRef} aria-rowindex={index + 2} data-index={index}>
      {columns.map((column) => (
        <BodyCell key={column.key} column={column} row={row} />
      ))}
    </tr>
  );
}) as <Row>(props: BodyRowProps<Row>) => ReactNode;

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.align === 'end' ? classes.end : '';
  if (column.isRowHeader === true) {
    return (
      <th scope="row" className={className} data-label={column.header}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={className} data-label={column.header}>
      {column.cell(row)}
    </td>
  );
}

function Spacer({ blockSize, columns }: { blockSize: number; columns: number }) {
  if (blockSize === 0) return null;
  return (
    <tr aria-hidden="true" className={classes.spacer}>
      <td colSpan={columns} style={{ blockSize }}>
        {'\u00a0'}
      </td>
    </tr>
  );
}

type FootProps = { shown: number; more: DataTableProps<never>['more']; toWork: ((format: TableFormat) => ExportWork) | null };

function Foot({ shown, more, toWork }: FootProps) {
  const hasMore = more?.hasMore === true;
  if (!hasMore && toWork === null) return null;
  return (
    <div className={classes.foot}>
      <span>{messages.table.rows(shown, more?.total ?? null)}</span>
      {hasMore && (
        <Button variant="default" size="xs" loading={more.isLoading} onClick={more.onMore}>
          {messages.showMore}
        </Button>
      )}
      {toWork !== null && <ExportTable toWork={toWork} />}
    </div>
  );
}
