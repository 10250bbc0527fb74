import { type Schemas, unwrap } from '@likeness/sdk';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { likeness } from '../../../api/likeness.ts';
import { keyOf } from '../../../api/query-keys.ts';
import type { LoadedQuery } from '../../../ui/state/Loaded.tsx';
import { newId } from '../new-id.ts';
import { isFinished, type MappingRules, toCondition } from './to-mapping-rules.ts';
import { type DraftCondition, isLeaf } from './rule-draft.ts';

/** What a draft would say, how long it took to say so, and for which rules. */
export type Preview = Awaited<ReturnType<typeof loadPreview>>;

/** Long enough for the next key of somebody who types quickly, short enough not to be felt. */
const SETTLES_AFTER_MS = 40;
const KEPT_MS = 60_000;
/** Names this page, so that of its previews only the newest is computed. */
const PAGE = newId();

/**
 * What rules would say about all responses, while they are edited: the newest question ends the one before, and until its
 * answer is there the old one stays; also when the answer does not come, and `isOfAnotherDraft` then says that what is
 * shown was said of other rules. Nothing is asked for rules that say nothing yet.
 */
export function usePreview(personaId: number, mappingRules: MappingRules): { query: LoadedQuery<Preview>; isOfAnotherDraft: boolean } {
  const [rules] = useDebouncedValue(JSON.stringify(mappingRules), SETTLES_AFTER_MS);
  const query = useQuery({
    queryKey: keyOf('figures', 'preview', personaId, rules),
    queryFn: async ({ signal }) => loadPreview({ mapping_rules: JSON.parse(rules), persona_id: personaId, preview_key: `builder-${PAGE}`, include: ['changes', 'diagnostics'] }, signal),
    enabled: mappingRules.rules.length > 0,
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
  });
  // A question that failed forgets the answer before; whoever tunes rules needs it to compare with.
  const [kept, setKept] = useState<{ data: Preview; dataUpdatedAt: number } | null>(null);
  const { data, dataUpdatedAt, error, isPlaceholderData } = query;
  if (data !== undefined && !isPlaceholderData && dataUpdatedAt !== kept?.dataUpdatedAt) setKept({ data, dataUpdatedAt });
  const isOfAnotherDraft = error !== null && data === undefined && kept !== null;
  return { query: isOfAnotherDraft ? { ...query, ...kept } : query, isOfAnotherDraft };
}

/**
 * How many responses pass each test inside of groups, by the test's id. They are asked about as rules of their own, which
 * is the same count. Empty while there are no groups, and before the answer.
 */
export function useInnerRates(conditions: readonly DraftCondition[]): ReadonlyMap<string, number | null> {
  const leaves = conditions.flatMap((condition) => (isLeaf(condition) ? [] : leavesOf(condition)));
  const tests = leaves.map((leaf) => JSON.stringify(toCondition(leaf)));
  const [rules] = useDebouncedValue(`[${[...new Set(tests)].join(',')}]`, SETTLES_AFTER_MS);
  const { data } = useQuery({
    queryKey: keyOf('figures', 'preview', 'inner', rules),
    queryFn: async ({ signal }) => {
      const { rules: figures } = await loadPreview({ mapping_rules: { rules: JSON.parse(rules) }, preview_key: `inner-${PAGE}`, include: [] }, signal);
      const asked: unknown[] = JSON.parse(rules);
      return new Map(asked.map((test, index) => [JSON.stringify(test), figures[index]?.match_percentage ?? null]));
    },
    enabled: rules !== '[]',
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
  });
  return new Map(leaves.map((leaf, index) => [leaf.id, data?.get(tests[index] ?? '') ?? null]));
}

type Asked = { mapping_rules: Schemas['MappingRules']; persona_id?: number; preview_key: string; include: ('changes' | 'diagnostics')[] };

async function loadPreview(body: Asked, signal: AbortSignal) {
  const startedAtMs = performance.now();
  const preview = unwrap(await likeness.POST('/api/cx-personas/preview', { body, signal }));
  return { ...preview, tookMs: performance.now() - startedAtMs };
}

function leavesOf(condition: DraftCondition): DraftCondition[] {
  if (!isLeaf(condition)) return condition.parts.flatMap(leavesOf);
  // A test that wants something would make the whole question wrong.
  return isFinished(condition) ? [condition] : [];
}
