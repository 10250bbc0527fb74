import { PeopleLink as Link, type PeopleLinkProps } from '../../ui/people/PeopleLink.tsx';
import type { PeopleSet } from './search.ts';

/** Opens the people behind a figure. `rule`: only those who do not pass it, by its place from 0. */
export function PeopleLink({ set, rule, ...props }: PeopleLinkProps & { set: PeopleSet; rule?: number }) {
  return <Link search={{ people: set, rule: rule === undefined ? undefined : rule + 1 }} {...props} />;
}
