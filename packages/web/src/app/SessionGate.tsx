import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { sessionGuard } from '../api/session-guard.ts';
import { type Session, useSession } from '../api/use-session.ts';
import { findInvitationToken } from '../features/session/accept-invitation.ts';
import { withMessages } from '../ui/i18n/define-messages.ts';
import { ErrorState } from '../ui/state/ErrorState.tsx';
import { toTrouble } from '../ui/trouble/to-trouble.ts';
import { ExpiredSession } from './ExpiredSession.tsx';
import classes from './shell.module.css';

const Invitation = lazy(withMessages(() => import('../features/session/Invitation.tsx').then(({ Invitation: part }) => ({ default: part }))));
const SignIn = lazy(withMessages(() => import('../features/session/SignIn.tsx').then(({ SignIn: part }) => ({ default: part }))));

// Read while the page opens: the router has no pages for these, and goes on to the first one.
const INVITATION = findInvitationToken(globalThis.location);
const IS_USED_LINK = new URLSearchParams(globalThis.location.search).get('sign-in-link') === 'used';

/** Shows the application to whoever is signed in, and to everybody else how to sign in; the address stays for afterwards. */
export function SessionGate({ children }: { children: (session: Session) => ReactNode }) {
  const queries = useQueryClient();
  const { data: session, error, isFetching, refetch } = useSession();
  const [hasAccount, setHasAccount] = useState(false);
  const [latest, setLatest] = useState<Session | null>(null);
  const isSignedIn = session !== undefined && session.user !== null;
  if (isSignedIn && session !== latest) setLatest(session);
  useEffect(() => {
    if (isSignedIn) sessionGuard.begin();
  }, [isSignedIn]);

  if (session !== undefined && INVITATION !== null && (isSignedIn || !hasAccount)) {
    return (
      <Suspense>
        <Invitation token={INVITATION} email={session.user?.email ?? null} onHasAccount={() => setHasAccount(true)} />
      </Suspense>
    );
  }
  // A session that ends leaves the page as it is, with what was typed; the way back lies over it.
  if (latest !== null) {
    return (
      <>
        {children(latest)}
        <ExpiredSession session={latest} hasEnded={session?.user === null} />
      </>
    );
  }
  if (session !== undefined) {
    return (
      <Suspense>
        <SignIn reason={hasAccount ? 'invitation' : IS_USED_LINK ? 'used link' : null} onSignedIn={() => void queries.resetQueries()} />
      </Suspense>
    );
  }
  if (error === null) return null;
  return (
    <main className={classes.alone}>
      <ErrorState trouble={toTrouble(error)} isTrying={isFetching} onTryAgain={() => void refetch()} />
    </main>
  );
}
