import { useEffect } from 'react';
import { Brand } from '../../ui/Brand.tsx';
import { Command } from '../../ui/Command.tsx';
import { COMMANDS } from '../../ui/commands.ts';
import { messages } from './messages.ts';
import { PasswordForm } from './PasswordForm.tsx';
import classes from './sign-in.module.css';

type SignInProps = {
  /** What led here, when there is something to say about it. */
  reason: 'used link' | 'invitation' | null;
  onSignedIn: () => void;
};

/** The page of somebody who is not signed in: how to get a link, and a form for those who have a password. */
export function SignIn({ reason, onSignedIn }: SignInProps) {
  const words = messages.signIn;
  useEffect(() => {
    document.title = `${words.title} · ${messages.product}`;
  }, [words]);
  return (
    <main className={classes.page}>
      <div className={classes.panel}>
        <Brand name={messages.product} />
        <h1>{words.title}</h1>
        <p className={classes.tagline}>{messages.tagline}</p>
        {reason !== null && <output className={classes.notice}>{reason === 'used link' ? words.usedLink : messages.invitation.signInFirst}</output>}
        <h2>{words.linkTitle}</h2>
        <p>{words.linkText}</p>
        <Command>{COMMANDS.start}</Command>
        <h2>{words.passwordTitle}</h2>
        <PasswordForm onSignedIn={onSignedIn} />
      </div>
    </main>
  );
}
