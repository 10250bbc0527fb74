import { unwrap } from '@likeness/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { likeness } from '../api/likeness.ts';
import { sessionGuard } from '../api/session-guard.ts';
import { type Session } from '../api/use-session.ts';
import { withMessages } from '../ui/i18n/define-messages.ts';

const SignInDialog = lazy(withMessages(() => import('../features/session/SignInDialog.tsx').then(({ SignInDialog: part }) => ({ default: part }))));

type ExpiredSessionProps = {
  /** Who was signed in, for which tenant. */
  session: Session;
  /** Whether the server already said that nobody is signed in any more. */
  hasEnded: boolean;
};

/**
 * The way back over the page when the session has ended. Requests that were refused are sent again afterwards.
 *
 * Whoever signs in as somebody else gets a fresh page: nothing of the one before stays in memory.
 */
export function ExpiredSession({ session, hasEnded }: ExpiredSessionProps) {
  const queries = useQueryClient();
  const isWaiting = useSyncExternalStore(sessionGuard.subscribe, sessionGuard.isWaiting);
  if (!isWaiting && !hasEnded) return null;
  const goOn = async (): Promise<boolean> => {
    const now = await returnTo(session);
    if (now === null) return false;
    if (now.user?.id !== session.user?.id) globalThis.location.reload();
    sessionGuard.resume();
    await queries.invalidateQueries();
    return true;
  };
  return (
    <Suspense>
      <SignInDialog email={session.user?.email ?? ''} onSignedIn={goOn} />
    </Suspense>
  );
}

/** The session as it is now, in the tenant that was worked in; null when nobody is signed in. */
async function returnTo({ tenant }: Session): Promise<Session | null> {
  const now = unwrap(await likeness.GET('/api/session'));
  if (now.user === null) return null;
  if (tenant === null || now.tenant?.id === tenant.id || !now.tenants.some(({ id }) => id === tenant.id)) return now;
  return unwrap(await likeness.PUT('/api/session/tenant', { body: { tenant_id: tenant.id } }));
}
