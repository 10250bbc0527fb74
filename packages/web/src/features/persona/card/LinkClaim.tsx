import { Button, Modal } from '@mantine/core';
import { useFocusReturn } from '../../../ui/overlay/use-focus-return.ts';
import { useState } from 'react';
import { messages } from '../messages.ts';
import { newId } from '../new-id.ts';
import { AttributePicker } from '../rules/AttributePicker.tsx';
import type { DraftLeaf } from '../rules/rule-draft.ts';
import { readRules } from '../rules/read-rules.ts';
import { TestEditor } from '../rules/TestEditor.tsx';
import { isFinished } from '../rules/to-mapping-rules.ts';
import type { CardClaim } from './card.ts';
import classes from './card.module.css';

type LinkClaimProps = { claim: CardClaim; onLink: (leaf: DraftLeaf | null) => void; onClose: () => void };

/** Links a claim to what people answered, so that the data can check it; or takes the link off. */
export function LinkClaim({ claim, onLink, onClose }: LinkClaimProps) {
  useFocusReturn();
  const [leaf, setLeaf] = useState(() => toLeaf(claim));
  return (
    <Modal opened onClose={onClose} title={messages.card.linkTitle} size="md" closeButtonProps={{ 'aria-label': messages.close }}>
      <div className={classes.linking}>
        <p className={classes.linkText}>{claim.text === '' ? messages.card.linkText : `“${claim.text}”`}</p>
        <AttributePicker label={leaf === null ? messages.card.chooseAttribute : leaf.attribute} onPick={setLeaf} />
        {leaf !== null && <TestEditor attribute={leaf.attribute} test={leaf.is} onChange={(is) => setLeaf({ ...leaf, is })} />}
        <div className={classes.linkActions}>
          {claim.claim !== null && (
            <Button variant="default" onClick={() => onLink(null)}>
              {messages.card.unlink}
            </Button>
          )}
          <Button disabled={leaf === null || !isFinished(leaf)} onClick={() => onLink(leaf)}>
            {messages.card.linkDone}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function toLeaf({ claim }: CardClaim): DraftLeaf | null {
  if (claim === null) return null;
  const read = readRules({ rules: [{ attribute: claim.attribute, is: claim.is }] });
  const condition = read.ok ? read.draft.rules[0]?.condition : undefined;
  return condition !== undefined && 'attribute' in condition ? { ...condition, id: newId() } : null;
}
