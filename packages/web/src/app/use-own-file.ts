import { type Schemas, unwrap } from '@likeness/sdk';
import { useMutation } from '@tanstack/react-query';
import { likeness } from '../api/likeness.ts';
import { showToast } from '../ui/toast/show-toast.ts';
import { messages } from './messages.ts';

type Tenants = Schemas['Session']['tenants'];

/**
 * Starts with one's own file, with one click: goes to an organisation of one's own, making one when there is none, and to
 * the import wizard there. Demo data and one's own customers so never mix.
 *
 * @param others organisations of this person that hold no demo data
 */
export function useOwnFile(others: Tenants): { start: () => void; isStarting: boolean } {
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const own = others[0] ?? unwrap(await likeness.POST('/api/tenants', { body: { name: messages.demo.organisation, time_zone } }));
      return unwrap(await likeness.PUT('/api/session/tenant', { body: { tenant_id: own.id } }));
    },
    // A fresh page: nothing of the organisation before may stay in memory, nor its live events.
    onSuccess: () => globalThis.location.assign('/imports/new'),
    onError: () => showToast({ text: messages.demo.failed, tone: 'bad' }),
  });
  return { start: () => mutate(), isStarting: isPending };
}
