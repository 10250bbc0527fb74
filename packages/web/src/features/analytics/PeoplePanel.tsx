import { Link } from '@tanstack/react-router';
import { Chip } from '../../ui/Chip.tsx';
import type { TimeRange } from '../../ui/control/time-range.ts';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { SidePanel } from '../../ui/overlay/SidePanel.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import type { PeopleSet } from './search.ts';
import { type Person, usePeople } from './use-people.ts';

type PeoplePanelProps = {
  persona: { id: number; name: string };
  set: PeopleSet;
  /** Place of a rule from 0, and its words; null: whatever the rules say. */
  rule: { index: number; text: string } | null;
  range: TimeRange;
  onClose: () => void;
};

/** The people behind a figure, beside the page: each by the latest response, with its score. Exported as they stand. */
export function PeoplePanel({ persona, set, rule, range, onClose }: PeoplePanelProps) {
  const query = usePeople(persona.id, { set, rule: rule?.index ?? null, range });
  const words = messages.people;
  const count = query.data?.pages[0]?.count;
  const title = words.titles[set];
  return (
    <SidePanel isOpen onClose={onClose} title={title} width={560}>
      <p>
        {rule !== null && <>{words.ofRule(rule.text)} · </>}
        {count !== undefined && words.count(count)}
      </p>
      <Loaded query={query} skeleton={<SkeletonRows count={8} />}>
        {({ pages }) => (
          <DataTable
            caption={title} columns={toColumns()} rows={pages.flatMap(({ items }) => items)} rowKey={({ response_id }) => response_id}
            csvName={`${persona.name}, ${title}`} empty={words.none}
            more={{ hasMore: query.hasNextPage, isLoading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage(), total: count ?? null }}
          />
        )}
      </Loaded>
    </SidePanel>
  );
}

function toColumns(): Column<Person>[] {
  const words = messages.people;
  return [
    { key: 'person', header: words.person, isRowHeader: true, cell: (person) => <Name person={person} />, value: ({ respondent_key, response_id }) => respondent_key ?? response_id },
    {
      key: 'score', header: words.score, align: 'end', value: ({ match_score }) => match_score,
      cell: ({ match_score, band }) => (
        <>
          <Figure>{formats.exactScore(match_score)}</Figure> <Chip tone={band === 'weak' ? 'plain' : 'match'}>{messages.bands[band]}</Chip>
        </>
      ),
    },
    { key: 'evidence', header: words.evidence, align: 'end', cell: ({ evidence }) => <Figure>{formats.percentWhole(100 * evidence)}</Figure>, value: ({ evidence }) => evidence },
    { key: 'day', header: words.day, cell: ({ submitted_at }) => formats.instant(new Date(submitted_at)), value: ({ submitted_at }) => submitted_at },
  ];
}

function Name({ person: { respondent_id, respondent_key, response_id } }: { person: Person }) {
  if (respondent_id === null) {
    return (
      <Link to="/responses/$responseId" params={{ responseId: String(response_id) }}>
        {messages.people.anonymous(response_id)}
      </Link>
    );
  }
  return (
    <Link to="/respondents/$respondentId" params={{ respondentId: String(respondent_id) }}>
      {respondent_key}
    </Link>
  );
}
