import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { COMMANDS, messages } from '../../app/messages.en.ts';
import { Brand } from '../../ui/Brand.tsx';
import { Command } from '../../ui/Command.tsx';
import { signInWithPassword, type SignInOutcome } from './credentials.ts';
import classes from './sign-in.module.css';

type SignInProps = {
  /** What led here, when there is something to say about it. */
  notice: string | null;
  onSignedIn: () => void;
};

/** The page of somebody who is not signed in: how to get a link, and a form for those who have a password. */
export function SignIn({ notice, onSignedIn }: SignInProps) {
  const words = messages.signIn;
  return (
    <main className={classes.page}>
      <div className={classes.panel}>
        <Brand name={messages.product} />
        <h1>{words.title}</h1>
        <p className={classes.tagline}>{messages.tagline}</p>
        {notice !== null && (
          <output className={classes.notice}>
            {notice}
          </output>
        )}
        <h2>{words.linkTitle}</h2>
        <p>{words.linkText}</p>
        <Command>{COMMANDS.start}</Command>
        <h2>{words.passwordTitle}</h2>
        <PasswordForm onSignedIn={onSignedIn} />
      </div>
    </main>
  );
}

function PasswordForm({ onSignedIn }: { onSignedIn: () => void }) {
  const words = messages.signIn;
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setIsSubmitting(true);
    const outcome = await signInWithPassword(String(fields.get('email')), String(fields.get('password')));
    setIsSubmitting(false);
    setProblem(toProblem(outcome));
    if (outcome.kind === 'signed in') onSignedIn();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput label={words.email} name="email" type="email" autoComplete="username" required withAsterisk={false} />
      <PasswordInput
        label={words.password} name="password" autoComplete="current-password" required withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': words.showPassword, tabIndex: 0 }}
      />
      <p className={classes.problem} role="alert">
        {problem}
      </p>
      <Button type="submit" loading={isSubmitting} fullWidth>
        {words.submit}
      </Button>
    </form>
  );
}

function toProblem(outcome: SignInOutcome): string | null {
  const words = messages.signIn;
  if (outcome.kind === 'signed in') return null;
  if (outcome.kind === 'wrong') return words.wrong;
  if (outcome.kind === 'failed') return words.failed;
  return words.tooMany(outcome.waitSeconds === null ? words.aMoment : words.minutes(Math.max(1, Math.ceil(outcome.waitSeconds / 60))));
}
