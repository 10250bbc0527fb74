import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OpenExport } from '../export/receive-file.ts';
import { formats } from '../formats.ts';
import { SidePanel } from '../overlay/SidePanel.tsx';
import { Loaded, type LoadedQuery } from '../state/Loaded.tsx';
import { SkeletonRows } from '../state/Skeleton.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/DataTable.tsx';
import { messages } from './messages.ts';

/** Somebody, by the latest response; without an id when the response does not say whose it is. */
export type PersonRow = { respondent_id: number | null; respondent_key: string | null; response_id: number; submitted_at: string };

/** People page after page, as react-query's infinite queries give them. */
export type PeopleQuery<Person> = LoadedQuery<{ pages: readonly { count: number; items: readonly Person[] }[] }> & {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
};

type PeoplePanelProps<Person> = {
  title: string;
  /** Which of them, where the title does not say it. */
  note?: ReactNode;
  query: PeopleQuery<Person>;
  /** Between who it is and when the answer came. */
  columns: readonly Column<Person>[];
  csvName: string;
  /** Asks the server for all of them, to be exported. */
  openExport: OpenExport;
  onClose: () => void;
};

/** The people behind a figure, beside the page, each by the latest response. All of them can be exported. */
export function PeoplePanel<Person extends PersonRow>({ title, note, query, columns, csvName, openExport, onClose }: PeoplePanelProps<Person>) {
  const count = query.data?.pages[0]?.count;
  return (
    <SidePanel isOpen onClose={onClose} title={title} width={560}>
      <p>
        {note !== undefined && <>{note} · </>}
        {count !== undefined && messages.count(count)}
      </p>
      <Loaded query={query} skeleton={<SkeletonRows count={8} />}>
        {({ pages }) => (
          <DataTable
            caption={title} columns={[toNameColumn<Person>(), ...columns, toDayColumn<Person>()]} rows={pages.flatMap(({ items }) => items)}
            rowKey={({ response_id }) => response_id} csvName={csvName} openExport={openExport} empty={messages.none}
            more={{ hasMore: query.hasNextPage, isLoading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage(), total: count ?? null }}
          />
        )}
      </Loaded>
    </SidePanel>
  );
}

function toNameColumn<Person extends PersonRow>(): Column<Person> {
  return {
    key: 'person', header: messages.person, isRowHeader: true, cell: (person) => <Name person={person} />,
    value: ({ respondent_key: key, response_id: id }) => key ?? messages.anonymous(id),
  };
}

function toDayColumn<Person extends PersonRow>(): Column<Person> {
  return { key: 'day', header: messages.day, cell: ({ submitted_at }) => formats.instant(new Date(submitted_at)), value: ({ submitted_at }) => submitted_at };
}

function Name({ person: { respondent_id, respondent_key, response_id } }: { person: PersonRow }) {
  if (respondent_id === null) {
    return (
      <Link to="/responses/$responseId" params={{ responseId: String(response_id) }}>
        {messages.anonymous(response_id)}
      </Link>
    );
  }
  return (
    <Link to="/respondents/$respondentId" params={{ respondentId: String(respondent_id) }}>
      {respondent_key}
    </Link>
  );
}
