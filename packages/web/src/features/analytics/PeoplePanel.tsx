import { Chip } from '../../ui/Chip.tsx';
import type { TimeRange } from '../../ui/control/time-range.ts';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { PeoplePanel as Panel } from '../../ui/people/PeoplePanel.tsx';
import type { Column } from '../../ui/table/column.ts';
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

/** The people behind a figure, each with the score of the latest response. */
export function PeoplePanel({ persona, set, rule, range, onClose }: PeoplePanelProps) {
  const { query, openExport } = usePeople(persona.id, { set, rule: rule?.index ?? null, range });
  const title = messages.people.titles[set];
  return (
    <Panel
      title={title} query={query} columns={toColumns()} csvName={`${persona.name}, ${title}`} openExport={openExport} onClose={onClose}
      {...(rule !== null && { note: messages.people.ofRule(rule.text) })}
    />
  );
}

function toColumns(): Column<Person>[] {
  const words = messages.people;
  return [
    {
      key: 'score', header: words.score, align: 'end', value: ({ match_score }) => match_score,
      cell: ({ match_score, band }) => (
        <>
          <Figure>{formats.exactScore(match_score)}</Figure> <Chip tone={band === 'weak' ? 'plain' : 'match'}>{messages.bands[band]}</Chip>
        </>
      ),
    },
    { key: 'evidence', header: words.evidence, align: 'end', cell: ({ evidence }) => <Figure>{formats.percentWhole(100 * evidence)}</Figure>, value: ({ evidence }) => evidence },
  ];
}
