import type { ReactNode } from 'react';

/** One column of a table of `Row`s. */
export type Column<Row> = {
  key: string;
  /** Its heading; also the label of its cells on a phone. */
  header: string;
  /** What stands in the cell; numbers with sign, percent or range in a `<Figure>`. */
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end edge. */
  align?: 'start' | 'end';
  /** What the cell is sorted by and exported as; without it, it is neither. Null is last, and an empty cell. */
  value?: (row: Row) => string | number | null;
  /** Whether the heading sorts. */
  isSortable?: boolean;
  /** The cell that names its row for screen readers; at most one column. */
  isRowHeader?: boolean;
  /** As in CSS; without it the content decides. */
  width?: string;
};

export type Sorting = { key: string; direction: 'ascending' | 'descending' };
