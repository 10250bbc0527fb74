import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { messages } from './messages.ts';
import { Brand } from '../../ui/Brand.tsx';
import { acceptInvitation, signUp, type InvitationOutcome } from './accept-invitation.ts';
import classes from './sign-in.module.css';

type InvitationProps = {
  /** From the link; it never leaves the browser but in the two requests that use it. */
  token: string;
  /** Whoever is signed in already; null for nobody. */
  email: string | null;
  /** Shown to somebody who has an account and must sign in with it first. */
  onHasAccount: () => void;
};

/** The page of an invitation link: join with the account one is signed in with, or make one. */
export function Invitation({ token, email, onHasAccount }: InvitationProps) {
  const words = messages.invitation;
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const join = async (prepare: () => Promise<InvitationOutcome>): Promise<void> => {
    setIsSubmitting(true);
    const prepared = await prepare();
    const outcome = prepared === 'done' ? await acceptInvitation(token) : prepared;
    setIsSubmitting(false);
    if (outcome === 'done') globalThis.location.assign('/');
    else if (outcome === 'has account') onHasAccount();
    else setProblem(words.problems[outcome]);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    void join(() => signUp(token, String(fields.get('name')), String(fields.get('password'))));
  };
  const button = (
    <Button type="submit" loading={isSubmitting} fullWidth>
      {words.submit}
    </Button>
  );
  return (
    <main className={classes.page}>
      <div className={classes.panel}>
        <Brand name={messages.product} />
        <h1>{words.title}</h1>
        <p className={classes.tagline}>{messages.tagline}</p>
        {email === null ? (
          <form className={classes.form} onSubmit={submit}>
            <TextInput label={words.name} name="name" autoComplete="name" required withAsterisk={false} />
            <PasswordInput
              label={words.password} name="password" autoComplete="new-password" required minLength={10} withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': messages.signIn.showPassword, tabIndex: 0 }}
            />
            <p className={classes.problem} role="alert">
              {problem}
            </p>
            {button}
          </form>
        ) : (
          <form className={classes.form} onSubmit={(event) => { event.preventDefault(); void join(async () => 'done'); }}>
            <p>{words.signedInAs(email)}</p>
            <p className={classes.problem} role="alert">
              {problem}
            </p>
            {button}
          </form>
        )}
      </div>
    </main>
  );
}
