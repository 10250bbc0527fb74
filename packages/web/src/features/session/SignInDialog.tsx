import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { messages } from './messages.ts';
import { PasswordForm } from './PasswordForm.tsx';
import classes from './sign-in.module.css';

type SignInDialogProps = {
  /** Who was signed in. */
  email: string;
  /** Goes on with what waits; false when nobody is signed in yet. */
  onSignedIn: () => Promise<boolean>;
};

/** Signs in again over a page whose session has ended. It cannot be closed: nothing behind it would work. */
export function SignInDialog({ email, onSignedIn }: SignInDialogProps) {
  const words = messages.signIn;
  const [isChecking, setIsChecking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const goOn = async (): Promise<void> => {
    setIsChecking(true);
    const isBack = await onSignedIn().catch(() => false);
    setIsChecking(false);
    setHasFailed(!isBack);
  };
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={words.endedTitle} centered>
      <p>{words.ended}</p>
      <PasswordForm email={email} onSignedIn={() => void goOn()} />
      <div className={classes.link}>
        <p>{words.endedLink}</p>
        <Button variant="default" loading={isChecking} onClick={() => void goOn()}>
          {words.goOn}
        </Button>
        <p className={classes.problem} role="alert">
          {hasFailed ? words.notYet : null}
        </p>
      </div>
    </Modal>
  );
}
