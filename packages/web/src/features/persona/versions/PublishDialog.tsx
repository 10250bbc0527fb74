import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formats } from '../../../ui/formats.ts';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { useFocusReturn } from '../../../ui/overlay/use-focus-return.ts';
import type { StoredDocument } from '../canvas-document.ts';
import { messages } from '../messages.ts';
import type { RuleDraft } from '../rules/rule-draft.ts';
import { toMappingRules } from '../rules/to-mapping-rules.ts';
import { usePreview } from '../rules/use-preview.ts';
import { RuleDifferences } from './RuleDifferences.tsx';
import type { Publishing } from './use-publish.ts';
import classes from './versions.module.css';

type PublishDialogProps = { personaId: number; rules: RuleDraft; base: StoredDocument; publishing: Publishing; onClose: () => void };

/** Before rules are published: what changes, for how many people, and why, in the author's words. */
export function PublishDialog({ personaId, rules, base, publishing, onClose }: PublishDialogProps) {
  useFocusReturn();
  const [note, setNote] = useState('');
  const words = messages.publish;
  const publish = (): void => publishing.publish(note);
  return (
    <Modal opened onClose={onClose} title={words.title(base.edition + 1)} size="lg" closeButtonProps={{ 'aria-label': messages.close }}>
      <form
        className={classes.publish}
        onSubmit={(event) => {
          event.preventDefault();
          publish();
        }}
      >
        <h3>{words.changes}</h3>
        <RuleDifferences before={base.rules} after={rules} />
        <Consequences personaId={personaId} rules={rules} />
        <Textarea
          label={words.note} placeholder={words.notePlaceholder} maxLength={500} autosize minRows={2} value={note} data-autofocus
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) publish();
          }}
        />
        {publishing.trouble !== null && <ErrorState trouble={publishing.trouble} isTrying={publishing.isBusy} onTryAgain={publish} />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {words.notYet}
          </Button>
          <Button type="submit" loading={publishing.isBusy}>
            {words.publish}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Consequences({ personaId, rules }: { personaId: number; rules: RuleDraft }) {
  const { query, isOfAnotherDraft } = usePreview(personaId, toMappingRules(rules).mappingRules);
  const words = messages.publish;
  const data = isOfAnotherDraft ? undefined : query.data;
  const difference = data?.difference ?? null;
  return (
    <>
      <h3>{words.forWhom}</h3>
      <p>{difference === null ? words.first : words.moves(difference.enter, difference.leave, difference.become_strong, difference.lose_strong)}</p>
      {data !== undefined && <p className={classes.none}>{words.coverage(formats.percent(data.coverage.percentage ?? 0), formats.count(data.coverage.total_customers))}</p>}
    </>
  );
}
