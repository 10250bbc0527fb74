import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import classes from './dialog.module.css';

type ConfirmDialogProps = {
  isOpen: boolean;
  title: string;
  /** What happens, to how many, and that it cannot be taken back. */
  children: ReactNode;
  /** The verb, as "Erase 12 responses". */
  confirm: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before what cannot be taken back. What can be is done at once and undone from its message instead. */
export function ConfirmDialog({ isOpen, title, children, confirm, isDangerous = false, isBusy = false, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': messages.close }}>
      {children}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {messages.cancel}
        </Button>
        <Button {...(isDangerous && { className: classes.dangerous })} loading={isBusy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Modal>
  );
}
