import { messages } from './messages.ts';

/** One thing that the search can go to or do. */
export type SearchResult = {
  id: string;
  name: string;
  /** Under the name: what it is. */
  detail?: string;
  group: 'personas' | 'people' | 'pages' | 'actions';
  run: () => void;
};

const PER_GROUP = 6;
const GROUPS = ['personas', 'people', 'pages', 'actions'] as const;

/**
 * What fits a query, best first within each group: names that begin with it, then words that do, then any place. Compared
 * without case and accents. Without a query: personas and pages as they come.
 */
export function findResults(query: string, all: readonly SearchResult[]): SearchResult[] {
  const wanted = fold(query);
  return GROUPS.flatMap((group) =>
    all
      .filter((result) => result.group === group)
      .map((result) => ({ result, rank: rankOf(fold(result.name), wanted) }))
      .filter(({ rank, result }) => rank < 3 || result.group === 'people')
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, PER_GROUP)
      .map(({ result }) => result),
  );
}

/** The name of a group, for its heading. */
export function nameOfGroup(group: SearchResult['group']): string {
  return messages.search[group];
}

/** A whole number that can be the id of a response; null for any other text. */
export function toResponseId(query: string): number | null {
  const text = query.trim().replace(/^#/, '');
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  return name.includes(wanted) ? 2 : 3;
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().trim();
}
