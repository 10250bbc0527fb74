import { unwrap } from '@likeness/sdk';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { showTrouble } from '../../ui/toast/use-undoable-mutation.ts';
import { toDraftRules } from './to-draft-rules.ts';
import type { Differences } from './use-portfolio.ts';

type Draft = { name: string; answers: Differences['items'] };

/** Makes a draft persona of the answers that set people apart and opens its card; a failure is said in a message. */
export function useDraft() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ name, answers }: Draft) =>
      unwrap(await likeness.POST('/api/cx-personas', { body: { name, status: 'draft' as const, mapping_rules: toDraftRules(answers) } })),
    onSuccess: ({ id }) => navigate({ to: '/persona-builder/$personaId', params: { personaId: String(id) }, search: { tab: 'canvas' } }),
    onError: (error) => showTrouble(error),
  });
}
