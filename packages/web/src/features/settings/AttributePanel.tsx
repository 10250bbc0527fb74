import { unwrap } from '@likeness/sdk';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import { SidePanel } from '../../ui/overlay/SidePanel.tsx';
import type { Attribute } from './DictionarySection.tsx';
import { messages } from './messages.ts';
import classes from './settings.module.css';
import { SynonymSuggestions } from './SynonymSuggestions.tsx';
import { fromSynonyms, toList, toSynonyms } from './text-lists.ts';
import { useChange } from './use-change.ts';

type AttributePanelProps = { attribute: Attribute | 'new' | null; mayWrite: boolean; onClose: () => void };

/** One attribute of the dictionary, to add, change or remove. Null: closed. */
export function AttributePanel({ attribute, mayWrite, onClose }: AttributePanelProps) {
  const title = attribute === null ? '' : attribute === 'new' ? messages.dictionary.add : attribute.name;
  return (
    <SidePanel isOpen={attribute !== null} onClose={onClose} title={title}>
      {attribute !== null && <AttributeForm attribute={attribute === 'new' ? null : attribute} mayWrite={mayWrite} onClose={onClose} />}
    </SidePanel>
  );
}

const OLD = ['attributes', 'figures'] as const;

function AttributeForm({ attribute, mayWrite, onClose }: { attribute: Attribute | null; mayWrite: boolean; onClose: () => void }) {
  const words = messages.dictionary;
  const [name, setName] = useState(attribute?.name ?? '');
  const [aliases, setAliases] = useState(attribute?.aliases.join(', ') ?? '');
  const [synonyms, setSynonyms] = useState(fromSynonyms(attribute?.synonyms ?? {}));
  const [isRemoving, setIsRemoving] = useState(false);
  const save = useChange(async () => {
    const body = { name: name.trim(), aliases: toList(aliases), synonyms: toSynonyms(synonyms), language: attribute?.language ?? null };
    return attribute === null
      ? unwrap(await likeness.POST('/api/attributes', { body }))
      : unwrap(await likeness.PUT('/api/attributes/{id}', { params: { path: { id: attribute.id } }, body }));
  }, messages.saved, OLD);
  const remove = useChange(async (id: number) => unwrap(await likeness.DELETE('/api/attributes/{id}', { params: { path: { id } } })), words.removed, OLD);
  const group = (value: string, spellings: readonly string[]): void =>
    setSynonyms(fromSynonyms({ ...toSynonyms(synonyms), ...Object.fromEntries(spellings.map((spelling) => [spelling, value])) }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined, { onSuccess: onClose });
      }}
    >
      <fieldset className={classes.form} disabled={!mayWrite}>
        <TextInput label={words.name} value={name} maxLength={200} required withAsterisk={false} spellCheck={false} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        <TextInput label={words.aliases} description={messages.fields.listText} value={aliases} onChange={({ currentTarget }) => setAliases(currentTarget.value)} />
        <Textarea label={words.synonyms} description={words.synonymsText} rows={8} value={synonyms} spellCheck={false} onChange={({ currentTarget }) => setSynonyms(currentTarget.value)} />
        {attribute !== null && mayWrite && <SynonymSuggestions attribute={attribute.name} known={toSynonyms(synonyms)} onGroup={group} />}
        <p className={classes.hint}>{messages.fields.again}</p>
        <Button type="submit" disabled={!mayWrite || name.trim() === ''} loading={save.isPending}>
          {messages.save}
        </Button>
        {attribute !== null && mayWrite && (
          <Button variant="subtle" onClick={() => setIsRemoving(true)}>
            {messages.remove}
          </Button>
        )}
      </fieldset>
      <ConfirmDialog
        isOpen={isRemoving} title={words.removeTitle(attribute?.name ?? '')} confirm={messages.remove} isDangerous isBusy={remove.isPending} onClose={() => setIsRemoving(false)}
        onConfirm={() => attribute !== null && remove.mutate(attribute.id, { onSuccess: onClose })}
      >
        {words.removeText}
      </ConfirmDialog>
    </form>
  );
}
