import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { compact } from '../search-params.ts';

export type PeopleLinkProps = {
  className?: string | undefined;
  /** For screen readers, where the text is a number. */
  label?: string;
  title?: string;
  children: ReactNode;
};

/** Opens the people behind a figure beside the page: `search` is what is put into its address, undefined what is taken out. */
export function PeopleLink({ search, className, label, title, children }: PeopleLinkProps & { search: { people: string; [name: string]: string | number | undefined } }) {
  return (
    <Link
      to="." resetScroll={false} className={className} {...(label !== undefined && { 'aria-label': label })} {...(title !== undefined && { title })}
      // Each page reads its own part of the address, and checks it.
      search={(before: object) => compact({ ...before, ...search })}
    >
      {children}
    </Link>
  );
}
