import type { Schemas } from '@likeness/sdk';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../api/use-session.ts';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { showTrouble } from '../../ui/toast/use-undoable-mutation.ts';
import { messages } from './messages.ts';

export type Receipt = Schemas['ErasureReceipt'];

type EraseButtonProps = {
  label: string;
  title: string;
  /** What is erased, and that it cannot be taken back. */
  children: ReactNode;
  erase: () => Promise<Receipt>;
  onErased: (receipt: Receipt) => void;
};

/** Erases after a question; nothing for those who may not. The receipt goes to the page, which has nothing else to show then. */
export function EraseButton({ label, title, children, erase, onErased }: EraseButtonProps) {
  const [isAsked, setIsAsked] = useState(false);
  const mayWrite = useMay('write');
  const queries = useQueryClient();
  const erasing = useMutation({
    mutationFn: erase,
    onSuccess: (receipt) => {
      setIsAsked(false);
      onErased(receipt);
      queries.removeQueries({ queryKey: ['response-list'] });
    },
    onError: (error) => {
      setIsAsked(false);
      showTrouble(error);
    },
  });
  if (!mayWrite) return null;
  return (
    <>
      <Button variant="default" leftSection={<Icon name="trash" />} onClick={() => setIsAsked(true)}>
        {label}
      </Button>
      <ConfirmDialog isOpen={isAsked} title={title} confirm={messages.erase.confirm} isDangerous isBusy={erasing.isPending} onConfirm={() => erasing.mutate()} onClose={() => setIsAsked(false)}>
        <p>{children}</p>
      </ConfirmDialog>
    </>
  );
}

/** What was erased, in place of it. */
export function ErasureReceipt({ receipt }: { receipt: Receipt }) {
  const words = messages.erase;
  const back = <Button renderRoot={(props) => <Link {...props} to="/responses" />}>{words.back}</Button>;
  return (
    <StateMessage icon="trash" title={words.doneTitle} actions={back}>
      {words.done(receipt.responses_erased, formats.count(receipt.scores_erased), formats.count(receipt.snapshots_recomputed), formats.instantWithZone(new Date(receipt.erased_at)))}
    </StateMessage>
  );
}
