import type { Schemas } from '@likeness/sdk';
import { Link } from '@tanstack/react-router';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { RowLink } from '../../ui/table/RowLink.tsx';
import { messages } from './messages.ts';

type Row = Schemas['Response'];
type ResponseTableProps = { rows: readonly Row[]; hasMore: boolean; isLoadingMore: boolean; onMore: () => void };

const ROW_HEIGHT = 39;

/** Responses as a table that goes on as far as there are some. */
export function ResponseTable({ rows, hasMore, isLoadingMore, onMore }: ResponseTableProps) {
  return (
    <DataTable
      caption={messages.caption} columns={toColumns()} rows={rows} rowKey={(row) => row.id} virtualRowHeight={ROW_HEIGHT}
      more={{ hasMore, isLoading: isLoadingMore, onMore }}
    />
  );
}

function toColumns(): Column<Row>[] {
  return [
    {
      key: 'id', header: messages.response, isRowHeader: true,
      cell: (row) => (
        <RowLink to="/responses/$responseId" params={{ responseId: String(row.id) }}>
          {messages.name(row.id)}
        </RowLink>
      ),
    },
    { key: 'submitted_at', header: messages.submitted, cell: (row) => formats.instant(new Date(row.submitted_at)) },
    {
      key: 'respondent', header: messages.respondent,
      cell: (row) =>
        row.respondent_id === null ? (
          messages.nobody
        ) : (
          <Link to="/respondents/$respondentId" params={{ respondentId: String(row.respondent_id) }} style={{ position: 'relative', zIndex: 1 }}>
            {formats.count(row.respondent_id)}
          </Link>
        ),
    },
    { key: 'answers', header: messages.answers, align: 'end', cell: (row) => formats.count(Object.keys(row.response_data).length) },
  ];
}
