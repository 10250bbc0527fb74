import { Button, Modal } from '@mantine/core';
import { type Schemas, unwrap } from '@likeness/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { likeness } from '../../../api/likeness.ts';
import { keyOf } from '../../../api/query-keys.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { formats } from '../../../ui/formats.ts';
import { Loaded } from '../../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../../ui/state/Skeleton.tsx';
import { useFocusReturn } from '../../../ui/overlay/use-focus-return.ts';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import classes from './preview.module.css';
import type { MappingRules } from './to-mapping-rules.ts';
import type { Change } from './to-preview-view.ts';

/** Everybody who would move under the draft, a page at a time, with the score before and after. */
export function MovedPeople({ change, mappingRules, onClose }: { change: Change; mappingRules: MappingRules; onClose: () => void }) {
  useFocusReturn();
  const { personaId } = useEditing();
  const people = useInfiniteQuery({
    queryKey: keyOf('figures', 'moved', personaId, change, JSON.stringify(mappingRules)),
    queryFn: async ({ pageParam, signal }) => {
      const body = { mapping_rules: mappingRules as unknown as Schemas['MappingRules'], persona_id: personaId, change, limit: 25, ...(pageParam !== null && { cursor: pageParam }) };
      return unwrap(await likeness.POST('/api/cx-personas/preview/people', { body, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const count = people.data?.pages[0]?.count;
  return (
    <Modal opened onClose={onClose} title={messages.preview.movedTitle(messages.preview.moves[change], count === undefined ? '' : formats.count(count))} size="lg" closeButtonProps={{ 'aria-label': messages.close }}>
      <Loaded query={people} skeleton={<SkeletonRows count={8} />}>
        {({ pages }) => (
          <ul className={classes.people}>
            {pages.flatMap(({ items }) => items).map((person) => (
              <li key={person.response_id}>
                <Link to="/responses/$responseId" params={{ responseId: String(person.response_id) }}>
                  {messages.preview.response(person.response_id)}
                </Link>
                <span className={classes.who}>{toFewAnswers(person.response_data)}</span>
                <Figure>
                  {formats.exactScore(person.previous_score)} → <b>{formats.exactScore(person.match_score)}</b>
                </Figure>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {people.hasNextPage && (
        <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {messages.preview.more}
        </Button>
      )}
    </Modal>
  );
}

/** The first short answers of a response, to recognise it by. */
function toFewAnswers(data: Record<string, unknown>): string {
  return Object.values(data)
    .filter((value): value is string | number => typeof value === 'number' || (typeof value === 'string' && value !== '' && value.length < 40))
    .slice(0, 3)
    .join(messages.rules.comma);
}
