import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { findInvitationToken } from '../features/session/accept-invitation.ts';
import { Invitation } from '../features/session/Invitation.tsx';
import { SignIn } from '../features/session/SignIn.tsx';
import { useSession } from '../features/session/use-session.ts';
import { Icon } from '../ui/Icon.tsx';
import { StateMessage } from '../ui/StateMessage.tsx';
import { messages } from './messages.en.ts';
import classes from './shell.module.css';
import { Shell } from './Shell.tsx';

/** Shows the application to whoever is signed in, and to everybody else how to sign in. */
export function SessionGate() {
  const queries = useQueryClient();
  const { data: session, error, isFetching, refetch } = useSession();
  const [wasSignedIn, setWasSignedIn] = useState(false);
  const [hasAccount, setHasAccount] = useState(false);
  const token = findInvitationToken(globalThis.location);
  const isSignedIn = session !== undefined && session.user !== null;
  if (isSignedIn && !wasSignedIn) setWasSignedIn(true);

  if (session !== undefined && token !== null && (isSignedIn || !hasAccount)) {
    return <Invitation token={token} email={session.user?.email ?? null} onHasAccount={() => setHasAccount(true)} />;
  }
  if (isSignedIn) return <Shell session={session} />;
  if (session !== undefined) {
    return <SignIn notice={hasAccount ? messages.invitation.signInFirst : toNotice(wasSignedIn)} onSignedIn={() => void queries.resetQueries()} />;
  }
  if (error === null) return null;
  const tryAgain = (
    <Button variant="default" loading={isFetching} leftSection={<Icon name="sync" />} onClick={() => void refetch()}>
      {messages.states.tryAgain}
    </Button>
  );
  return (
    <main className={classes.alone}>
      <StateMessage icon="unplugged" title={messages.states.errorTitle} actions={tryAgain} isError>
        {messages.states.errorText}
      </StateMessage>
    </main>
  );
}

function toNotice(wasSignedIn: boolean): string | null {
  if (wasSignedIn) return messages.signIn.ended;
  const isUsedLink = new URLSearchParams(globalThis.location.search).get('sign-in-link') === 'used';
  return isUsedLink ? messages.signIn.usedLink : null;
}
