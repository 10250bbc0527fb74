import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AnalyticsSearch, PeopleSet } from './search.ts';

type PeopleLinkProps = {
  set: PeopleSet;
  /** Only those who do not pass this rule, by its place from 0. */
  rule?: number;
  className?: string | undefined;
  /** For screen readers, where the text is a number. */
  label?: string;
  children: ReactNode;
};

function withPeople(search: AnalyticsSearch, set: PeopleSet, rule: number | undefined): AnalyticsSearch {
  const { rule: _before, ...others } = search;
  return { ...others, people: set, ...(rule !== undefined && { rule: rule + 1 }) };
}

/** Opens the people behind a figure beside the page, as a part of its address. */
export function PeopleLink({ set, rule, className, label, children }: PeopleLinkProps) {
  return (
    <Link
      from="/persona-builder/$personaId" to="." resetScroll={false} className={className} {...(label !== undefined && { 'aria-label': label })}
      search={(search) => withPeople(search, set, rule)}
    >
      {children}
    </Link>
  );
}
