import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import { messages } from './messages.ts';

type TypedConfirmProps = { isOpen: boolean; title: string; name: string; children: ReactNode; isBusy: boolean; onConfirm: (typed: string) => void; onClose: () => void };

/** Asks for the name of what is deleted to be typed, and says in numbers what is lost. */
export function TypedConfirm({ isOpen, title, name, children, isBusy, onConfirm, onClose }: TypedConfirmProps) {
  const words = messages.danger;
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const confirm = (): void => {
    setIsWrong(typed.trim() !== name);
    if (typed.trim() === name) onConfirm(typed.trim());
  };
  return (
    <ConfirmDialog isOpen={isOpen} title={title} confirm={words.confirm} isDangerous isBusy={isBusy} onClose={onClose} onConfirm={confirm}>
      <p>{children}</p>
      <TextInput
        label={words.typeName(name)} value={typed} autoComplete="off" spellCheck={false} error={isWrong ? words.wrongName : null}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
