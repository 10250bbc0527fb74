import { PeopleLink as Link, type PeopleLinkProps } from '../../ui/people/PeopleLink.tsx';

/** Opens the people behind a figure. `people`: ids of personas with commas between, or `none`; `hasOthers`: also those who fit others beside these. */
export function PeopleLink({ hasOthers = false, people, ...props }: PeopleLinkProps & { people: string; hasOthers?: boolean }) {
  return <Link search={{ people, others: hasOthers ? 'any' : undefined }} {...props} />;
}
