import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { signInWithPassword, type SignInOutcome } from './credentials.ts';
import { messages } from './messages.ts';
import classes from './sign-in.module.css';

type PasswordFormProps = {
  /** Filled in already: the address of whoever was signed in. */
  email?: string;
  onSignedIn: () => void;
};

/** Signs in with e-mail and password, and says why it did not work. */
export function PasswordForm({ email = '', onSignedIn }: PasswordFormProps) {
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
      <TextInput label={words.email} name="email" type="email" autoComplete="username" required withAsterisk={false} defaultValue={email} />
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
