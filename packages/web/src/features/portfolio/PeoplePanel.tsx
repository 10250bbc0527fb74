import { Link } from '@tanstack/react-router';
import { SidePanel } from '../../ui/overlay/SidePanel.tsx';
import { formats } from '../../ui/formats.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import type { PersonaMark } from './persona-mark.ts';
import { type Person, type Scope, usePortfolioPeople } from './use-portfolio.ts';

type PeoplePanelProps = { scope: Scope; people: string; others: 'any' | undefined; marks: ReadonlyMap<number, PersonaMark>; onClose: () => void };

/** The people behind a figure of the portfolio, beside the page, each by the latest response. Exported as they stand. */
export function PeoplePanel({ scope, people, others, marks, onClose }: PeoplePanelProps) {
  const query = usePortfolioPeople(scope, people, others);
  const count = query.data?.pages[0]?.count;
  const title = toTitle(people, others, marks);
  return (
    <SidePanel isOpen onClose={onClose} title={title} width={560}>
      {count !== undefined && <p>{messages.list.count(count)}</p>}
      <Loaded query={query} skeleton={<SkeletonRows count={8} />}>
        {({ pages }) => (
          <DataTable
            caption={title} columns={toColumns()} rows={pages.flatMap(({ items }) => items)} rowKey={({ response_id }) => response_id} csvName={title} empty={messages.list.empty}
            more={{ hasMore: query.hasNextPage, isLoading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage(), total: count ?? null }}
          />
        )}
      </Loaded>
    </SidePanel>
  );
}

function toTitle(people: string, others: 'any' | undefined, marks: ReadonlyMap<number, PersonaMark>): string {
  if (people === 'none') return messages.list.gap;
  const names = people.split(',').map((id) => marks.get(Number(id))?.name ?? id).join(messages.combinations.and);
  return others === 'any' ? messages.list.atLeast(names) : messages.list.exactly(names);
}

function toColumns(): Column<Person>[] {
  const words = messages.list;
  return [
    { key: 'person', header: words.person, isRowHeader: true, cell: (person) => <Name person={person} />, value: ({ respondent_key: key, response_id: id }) => key ?? words.response(id) },
    { key: 'day', header: words.day, cell: ({ submitted_at }) => formats.instant(new Date(submitted_at)), value: ({ submitted_at }) => submitted_at },
    { key: 'answers', header: words.answers, align: 'end', cell: ({ response_data }) => formats.count(Object.keys(response_data).length), value: ({ response_data }) => JSON.stringify(response_data) },
  ];
}

function Name({ person: { respondent_id: respondentId, respondent_key: key, response_id: responseId } }: { person: Person }) {
  if (respondentId === null) {
    return (
      <Link to="/responses/$responseId" params={{ responseId: String(responseId) }}>
        {messages.list.response(responseId)}
      </Link>
    );
  }
  return (
    <Link to="/respondents/$respondentId" params={{ respondentId: String(respondentId) }}>
      {key}
    </Link>
  );
}
