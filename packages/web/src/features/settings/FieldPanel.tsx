import { type Schemas, unwrap } from '@likeness/sdk';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { SidePanel } from '../../ui/overlay/SidePanel.tsx';
import { messages } from './messages.ts';
import classes from './settings.module.css';
import { toList } from './text-lists.ts';
import { useChange } from './use-change.ts';

type Form = Schemas['Form'];
type Field = Form['fields'][number];

const TYPES = ['text', 'number', 'date', 'choice', 'multi', 'boolean'] as const;
const ROLES = ['none', 'demographic', 'channel', 'metric'] as const;
const ORDERS = ['none', 'mdy', 'dmy', 'ymd'] as const;

type FieldPanelProps = { form: Form; index: number | null; mayWrite: boolean; onClose: () => void };

/** One field of a form, to change. `index` null: closed. Its key stays: answers are kept under it. */
export function FieldPanel({ form, index, mayWrite, onClose }: FieldPanelProps) {
  const field = index === null ? undefined : form.fields[index];
  return (
    <SidePanel isOpen={field !== undefined} onClose={onClose} title={field?.key ?? ''}>
      {field !== undefined && <FieldForm form={form} field={field} mayWrite={mayWrite} onClose={onClose} />}
    </SidePanel>
  );
}

function FieldForm({ form, field, mayWrite, onClose }: { form: Form; field: Field; mayWrite: boolean; onClose: () => void }) {
  const words = messages.fields;
  const [draft, setDraft] = useState(field);
  const [aliases, setAliases] = useState(field.aliases.join(', '));
  const [missing, setMissing] = useState(field.missing.join(', '));
  const change = (part: Partial<Field>): void => setDraft({ ...draft, ...part });
  const save = useChange(
    async () => {
      const changed = { ...draft, aliases: toList(aliases), missing: toList(missing) };
      const fields = form.fields.map((one) => (one.key === field.key ? changed : one));
      const params = { path: { id: form.id }, header: { 'if-match': `"${form.revision}"` } };
      return unwrap(await likeness.PATCH('/api/forms/{id}', { params, body: { fields } }));
    },
    messages.saved, ['forms', 'figures', 'attributes'],
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined, { onSuccess: onClose });
      }}
    >
      <fieldset className={classes.form} disabled={!mayWrite}>
        <TextInput label={words.question} value={draft.label} maxLength={1000} onChange={({ currentTarget }) => change({ label: currentTarget.value })} />
        <NativeSelect
          label={words.type} value={draft.type} data={TYPES.map((value) => ({ value, label: words.types[value] }))}
          onChange={({ currentTarget }) => change({ type: TYPES.find((type) => type === currentTarget.value) ?? 'text' })}
        />
        <TextInput label={words.about} description={words.aboutText} value={draft.attribute ?? ''} maxLength={200} onChange={({ currentTarget }) => change({ attribute: orNull(currentTarget.value) })} />
        {draft.type === 'multi' && <TextInput label={words.delimiter} value={draft.delimiter ?? ''} maxLength={10} onChange={({ currentTarget }) => change({ delimiter: orNull(currentTarget.value) })} />}
        {draft.type === 'date' && (
          <NativeSelect
            label={words.dateOrder} value={draft.date_order ?? 'none'} data={ORDERS.map((value) => ({ value, label: words.dateOrders[value] }))}
            onChange={({ currentTarget }) => change({ date_order: unlessNone(ORDERS.find((order) => order === currentTarget.value)) })}
          />
        )}
        <NativeSelect
          label={words.role} value={draft.role ?? 'none'} data={ROLES.map((value) => ({ value, label: value === 'none' ? words.noRole : words.roles[value] }))}
          onChange={({ currentTarget }) => change({ role: unlessNone(ROLES.find((role) => role === currentTarget.value)) })}
        />
        <TextInput label={words.missing} description={words.missingText} value={missing} onChange={({ currentTarget }) => setMissing(currentTarget.value)} />
        <TextInput label={words.aliases} description={words.listText} value={aliases} onChange={({ currentTarget }) => setAliases(currentTarget.value)} />
        <TextInput label={words.language} value={draft.language ?? ''} maxLength={20} onChange={({ currentTarget }) => change({ language: orNull(currentTarget.value) })} />
        <Checkbox label={words.isPersonal} checked={draft.is_personal} onChange={({ currentTarget }) => change({ is_personal: currentTarget.checked })} />
        <p className={classes.hint}>{words.again}</p>
        <Button type="submit" disabled={!mayWrite} loading={save.isPending}>
          {messages.save}
        </Button>
      </fieldset>
    </form>
  );
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function unlessNone<T extends string>(value: T | undefined): Exclude<T, 'none'> | null {
  return value === undefined || value === 'none' ? null : (value as Exclude<T, 'none'>);
}
