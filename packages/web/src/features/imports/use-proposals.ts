import { unwrap } from '@likeness/sdk';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import type { toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { showTrouble } from '../../ui/toast/use-undoable-mutation.ts';
import { type Proposal, toCandidates, toProposals } from './to-proposals.ts';

type Share = Parameters<typeof toShareFigure>[0];
export type ShownProposal = Proposal & { coverage: Share };

/** Personas that the data suggest, each with whom it would cover. */
export function useProposals(): UseQueryResult<ShownProposal[]> {
  return useQuery({ queryKey: keyOf('figures', 'proposals'), queryFn: ({ signal }) => findProposals(signal) });
}

async function findProposals(signal: AbortSignal): Promise<ShownProposal[]> {
  const { items } = unwrap(await likeness.GET('/api/attributes/held', { signal }));
  const distributions = await Promise.all(
    toCandidates(items).map(async ({ attribute }) => unwrap(await likeness.POST('/api/attributes/distribution', { body: { attribute }, signal }))),
  );
  return Promise.all(
    toProposals(distributions).map(async (proposal) => {
      const { coverage } = unwrap(await likeness.POST('/api/cx-personas/preview', { body: { mapping_rules: toBody(proposal) }, signal }));
      return { ...proposal, coverage };
    }),
  );
}

/** Makes a persona of a proposal. */
export function useMakeProposal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (proposal: Proposal) => unwrap(await likeness.POST('/api/cx-personas', { body: { name: proposal.name.slice(0, 200), mapping_rules: toBody(proposal) } })),
    onError: showTrouble,
    onSettled: () => Promise.all((['personas', 'figures'] as const).map((resource) => queries.invalidateQueries({ queryKey: keyOf(resource) }))),
  });
}

function toBody({ mapping_rules }: Proposal): Record<string, unknown> {
  return mapping_rules;
}
