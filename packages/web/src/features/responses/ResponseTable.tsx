import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { RowLink } from '../../ui/table/RowLink.tsx';
import { messages } from './messages.ts';
import type { FieldName } from './to-fields.ts';
import { toAnswerText } from './to-answer-text.ts';
import type { Response } from './use-responses.ts';

type ResponseTableProps = {
  rows: readonly Response[];
  /** Answers that are shown, beside when and who. */
  fields: readonly FieldName[];
  /** How many there are in all; null when it is not known. */
  total: number | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
};

const ROW_HEIGHT = 39;

/** Responses as a table that goes on as far as there are some. */
export function ResponseTable({ rows, fields, total, hasMore, isLoadingMore, onMore }: ResponseTableProps) {
  const columns = useMemo(() => toColumns(fields), [fields]);
  return (
    <DataTable
      caption={messages.caption} columns={columns} rows={rows} rowKey={({ id }) => id} virtualRowHeight={ROW_HEIGHT}
      more={{ hasMore, isLoading: isLoadingMore, onMore, total }}
    />
  );
}

function toColumns(fields: readonly FieldName[]): Column<Response>[] {
  return [
    {
      key: 'id', header: messages.response, isRowHeader: true, value: ({ id }) => id,
      cell: (row) => (
        <RowLink to="/responses/$responseId" params={{ responseId: String(row.id) }}>
          {messages.name(row.id)}
        </RowLink>
      ),
    },
    { key: 'submitted_at', header: messages.submitted, cell: (row) => formats.instant(new Date(row.submitted_at)), value: (row) => row.submitted_at },
    {
      key: 'respondent', header: messages.respondent, value: (row) => row.respondent_id,
      cell: (row) =>
        row.respondent_id === null ? (
          messages.nobody
        ) : (
          <Link to="/respondents/$respondentId" params={{ respondentId: String(row.respondent_id) }} style={{ position: 'relative', zIndex: 1 }}>
            {formats.count(row.respondent_id)}
          </Link>
        ),
    },
    ...fields.map(({ key, label }): Column<Response> => {
      const valueOf = (row: Response): string => toAnswerText(row.response_data[key]);
      return { key: `answer:${key}`, header: label, cell: (row) => <bdi>{valueOf(row)}</bdi>, value: valueOf };
    }),
    { key: 'answers', header: messages.answers, align: 'end', cell: (row) => formats.count(Object.keys(row.response_data).length), value: (row) => Object.keys(row.response_data).length },
  ];
}
