import { formats } from '../../ui/formats.ts';
import { PeoplePanel as Panel } from '../../ui/people/PeoplePanel.tsx';
import type { Column } from '../../ui/table/column.ts';
import { messages } from './messages.ts';
import type { PersonaMark } from './persona-mark.ts';
import { type Person, type Scope, usePortfolioPeople } from './use-portfolio.ts';

type PeoplePanelProps = { scope: Scope; people: string; others: 'any' | undefined; marks: ReadonlyMap<number, PersonaMark>; onClose: () => void };

/** The people behind a figure of the portfolio. */
export function PeoplePanel({ scope, people, others, marks, onClose }: PeoplePanelProps) {
  const { query, openExport } = usePortfolioPeople(scope, people, others);
  const title = toTitle(people, others, marks);
  return <Panel title={title} query={query} columns={toColumns()} csvName={title} openExport={openExport} onClose={onClose} />;
}

function toTitle(people: string, others: 'any' | undefined, marks: ReadonlyMap<number, PersonaMark>): string {
  if (people === 'none') return messages.list.gap;
  const names = people.split(',').map((id) => marks.get(Number(id))?.name ?? id).join(messages.combinations.and);
  return others === 'any' ? messages.list.atLeast(names) : messages.list.exactly(names);
}

function toColumns(): Column<Person>[] {
  return [
    {
      key: 'answers', header: messages.list.answers, align: 'end', cell: ({ response_data }) => formats.count(Object.keys(response_data).length),
      value: ({ response_data }) => JSON.stringify(response_data),
    },
  ];
}
