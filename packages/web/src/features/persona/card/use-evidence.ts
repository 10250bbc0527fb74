import { type Schemas, unwrap } from '@likeness/sdk';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from '../../../api/likeness.ts';
import { keyOf } from '../../../api/query-keys.ts';
import { readRules } from '../rules/read-rules.ts';
import { toStableText } from '../stable-text.ts';
import type { CardClaim } from './card.ts';

export type Evidence = Schemas['Evidence'];
export type ClaimEvidence = Evidence['claims'][number];

/** What the data say about claims, by the text of what they ask (`evidenceKey`), and about whom. */
export type CardEvidence = Omit<Evidence, 'claims'> & { byClaim: ReadonlyMap<string, ClaimEvidence> };

const MOST_AT_ONCE = 100;
const SETTLES_AFTER_MS = 200;

/**
 * What the people who match say about the claims of a card, against everybody else. Asked anew when claims or the edition
 * that is scored change; the first hundred different claims. Not asked for a persona without rules.
 */
export function useEvidence(personaId: number, scoredEdition: number | null, claims: readonly CardClaim[]): UseQueryResult<CardEvidence> {
  const asked = [...new Set(claims.flatMap(({ claim }) => (claim !== null && isTest(claim) ? [evidenceKey(claim)] : [])))].slice(0, MOST_AT_ONCE);
  const [text] = useDebouncedValue(`[${asked.join(',')}]`, SETTLES_AFTER_MS);
  return useQuery({
    queryKey: keyOf('figures', 'evidence', personaId, scoredEdition, text),
    queryFn: async ({ signal }) => {
      const body = { claims: JSON.parse(text), level: 'match' as const };
      const { claims: answers, ...about } = unwrap(await likeness.POST('/api/cx-personas/{id}/evidence', { params: { path: { id: personaId } }, body, signal }));
      return { ...about, byClaim: new Map((body.claims as unknown[]).map((claim, index) => [toStableText(claim), answers[index]] as const).filter((pair): pair is [string, ClaimEvidence] => pair[1] !== undefined)) };
    },
    enabled: text !== '[]' && scoredEdition !== null,
    placeholderData: keepPreviousData,
  });
}

/** What a claim asks the data, as text: the same for equal questions. */
export function evidenceKey(claim: NonNullable<CardClaim['claim']>): string {
  return toStableText({ attribute: claim.attribute, is: claim.is });
}

/** Whether a link can be asked about: whoever else wrote the card may have linked what is no test. */
function isTest(claim: NonNullable<CardClaim['claim']>): boolean {
  return readRules({ rules: [{ attribute: claim.attribute, is: claim.is }] }).ok;
}
