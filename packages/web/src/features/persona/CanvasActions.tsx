import { ActionIcon, Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PageActions } from '../../ui/page/PageActions.tsx';
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts';
import type { Trouble } from '../../ui/trouble/to-trouble.ts';
import { isSamePart } from './canvas-document.ts';
import classes from './canvas.module.css';
import { messages } from './messages.ts';
import { toMappingRules } from './rules/to-mapping-rules.ts';
import type { Editor } from './use-editor.ts';
import { PublishDialog } from './versions/PublishDialog.tsx';
import type { Publishing } from './versions/use-publish.ts';
import { VersionsPanel } from './versions/VersionsPanel.tsx';

type CanvasActionsProps = { editor: Editor; personaId: number; publishing: Publishing; isPublishing: boolean; onPublishing: (isOpen: boolean) => void; children: ReactNode };

/** In the page's head: what is stored and what is not, back and forth, what is given as children, the editions, and publishing. */
export function CanvasActions({ editor, personaId, publishing, isPublishing, onPublishing, children }: CanvasActionsProps) {
  const { state, undo, redo, isReadOnly } = editor;
  const [isHistory, setIsHistory] = useState(false);
  const hasDraft = !isSamePart(state.present, state.base, 'rules');
  const isPublishable = hasDraft && !isReadOnly && state.conflict === null && toMappingRules(state.present.rules).unfinished === 0;
  const open = (): void => {
    publishing.reset();
    onPublishing(true);
  };
  useShortcut('mod+z', messages.undo, state.past.length === 0 ? null : undo, { isForTyping: true });
  useShortcut('mod+shift+z', messages.redo, state.future.length === 0 ? null : redo, { isForTyping: true });
  useShortcut('mod+enter', messages.publish.open, isPublishable && !isPublishing ? open : null, { isForTyping: true });
  return (
    <PageActions>
      <Status editor={editor} hasDraft={hasDraft} />
      {!isReadOnly && (
        <>
          <ActionIcon variant="default" size={32} aria-label={messages.undo} disabled={state.past.length === 0} onClick={undo}>
            <Icon name="undo" />
          </ActionIcon>
          <ActionIcon variant="default" size={32} aria-label={messages.redo} disabled={state.future.length === 0} onClick={redo} style={{ transform: 'scaleX(-1)' }}>
            <Icon name="undo" />
          </ActionIcon>
        </>
      )}
      {children}
      <Button variant="default" onClick={() => setIsHistory(true)}>
        {messages.versions.open}
      </Button>
      {!isReadOnly && (
        <Button disabled={!isPublishable} onClick={open}>
          {messages.publish.open}
        </Button>
      )}
      {isPublishing && <PublishDialog personaId={personaId} rules={state.present.rules} base={state.base} publishing={publishing} onClose={() => onPublishing(false)} />}
      {isHistory && <VersionsPanel personaId={personaId} revision={state.base.revision} edition={state.base.edition} isReadOnly={isReadOnly} onClose={() => setIsHistory(false)} />}
    </PageActions>
  );
}

/** Where trying again helps it is enough that nothing is lost; where it does not, why. */
function toReason({ kind, title, text, isRetryable }: Trouble): string {
  if (isRetryable) return messages.status.kept;
  return `${kind === 'refused' ? text : `${title}.`} ${messages.status.kept}`;
}

function Status({ editor: { saving, state, isReadOnly }, hasDraft }: { editor: Editor; hasDraft: boolean }) {
  const words = messages.status;
  if (isReadOnly) return null;
  if (saving.trouble !== null && saving.status !== 'saved') {
    return (
      <output className={`${classes.status} ${classes.bad}`} title={`${saving.trouble.title}. ${saving.trouble.text}`}>
        {toReason(saving.trouble)}
        <button type="button" className={classes.link} onClick={saving.tryNow}>
          {messages.tryAgain}
        </button>
      </output>
    );
  }
  if (state.conflict !== null) return <output className={`${classes.status} ${classes.bad}`}>{words.kept}</output>;
  const stored = saving.status === 'saved' ? (saving.savedAt === null ? words.stored : words.storedAt(formats.instant(saving.savedAt))) : words.saving;
  return (
    <output className={`${classes.status} ${hasDraft ? classes.draft : ''}`}>
      {hasDraft && `${words.draft(state.base.edition + 1)} · `}
      {stored}
    </output>
  );
}
