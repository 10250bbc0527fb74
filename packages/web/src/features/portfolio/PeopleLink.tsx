import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type PeopleLinkProps = {
  /** Ids of personas with commas between, or `none`. */
  people: string;
  /** Also those who fit other personas beside these. */
  hasOthers?: boolean;
  className?: string | undefined;
  /** For screen readers, where the text is a number. */
  label?: string;
  title?: string;
  children: ReactNode;
};

/** Opens the people behind a figure beside the page, as a part of its address. */
export function PeopleLink({ people, hasOthers = false, className, label, title, children }: PeopleLinkProps) {
  return (
    <Link
      from="/portfolio" to="." resetScroll={false} className={className} {...(label !== undefined && { 'aria-label': label })} {...(title !== undefined && { title })}
      search={({ others: _others, ...search }) => ({ ...search, people, ...(hasOthers && { others: 'any' as const }) })}
    >
      {children}
    </Link>
  );
}
