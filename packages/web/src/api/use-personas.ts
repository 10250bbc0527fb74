import { unwrap } from '@likeness/sdk';
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from './likeness.ts';
import { keyOf } from './query-keys.ts';

export type Persona = Awaited<ReturnType<typeof loadPersona>>;

/** How all personas are asked for. */
export const personasQuery = queryOptions({ queryKey: keyOf('personas', 'all'), queryFn: async ({ signal }): Promise<Persona[]> => loadPersonas(signal) });

/** All personas of the tenant in the order of the API, archived ones included, without figures and cards. */
export function usePersonas(isOn = true): UseQueryResult<Persona[]> {
  return useQuery({ ...personasQuery, enabled: isOn });
}

/** How one persona is asked for; `queries.setQueryData(personaQuery(id).queryKey, …)` puts a saved one in its place. */
export function personaQuery(id: number) {
  return queryOptions({
    queryKey: keyOf('personas', id),
    queryFn: async ({ signal }) => loadPersona(id, signal),
  });
}

/** One persona with its rules, card and revision. */
export function usePersona(id: number): UseQueryResult<Persona> {
  return useQuery(personaQuery(id));
}

async function loadPersona(id: number, signal: AbortSignal) {
  return unwrap(await likeness.GET('/api/cx-personas/{id}', { params: { path: { id } }, signal }));
}

async function loadPersonas(signal: AbortSignal): Promise<Persona[]> {
  const personas: Persona[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 100, omit: 'card' as const, ...(cursor !== null && { cursor }) };
    const page: { items: Persona[]; next_cursor: string | null } = unwrap(await likeness.GET('/api/cx-personas', { params: { query }, signal }));
    personas.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return personas;
}
