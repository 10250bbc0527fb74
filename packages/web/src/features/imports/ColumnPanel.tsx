import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { SidePanel } from '../../ui/overlay/SidePanel.tsx';
import { changeField } from './change-mapping.ts';
import classes from './column-panel.module.css';
import { nameOf } from './ColumnRow.tsx';
import { messages } from './messages.ts';
import type { Field, Mapping } from './recognition.ts';
import type { ColumnView } from './to-columns-view.ts';

type ColumnPanelProps = { column: ColumnView | null; mapping: Mapping; onChange: (mapping: Mapping) => void; onClose: () => void };

const ORDERS = ['none', 'mdy', 'dmy', 'ymd'] as const;
const ROLES = ['none', 'demographic', 'channel', 'metric'] as const;

/** Everything else about the field that a column becomes. Null: closed. */
export function ColumnPanel({ column, mapping, onChange, onClose }: ColumnPanelProps) {
  const field = column?.field ?? null;
  return (
    <SidePanel isOpen={column !== null && field !== null} onClose={onClose} title={column === null ? '' : nameOf(column)}>
      {column !== null && field !== null && (
        <div className={classes.fields}>
          <Fields key={column.index} column={column} field={field} onChange={(change) => onChange(changeField(mapping, column.index, change))} />
          <Button onClick={onClose}>{messages.panel.ready}</Button>
        </div>
      )}
    </SidePanel>
  );
}

function Fields({ column, field, onChange }: { column: ColumnView; field: Field; onChange: (change: Partial<Field>) => void }) {
  const words = messages.panel;
  return (
    <>
      <p className={classes.samples} dir="auto">
        {words.samples}: {column.samples.join(' · ')}
      </p>
      <TextInput label={words.question} value={field.label} maxLength={1000} onChange={({ currentTarget }) => onChange({ label: currentTarget.value })} />
      <TextInput
        label={words.about} description={words.aboutText} value={field.attribute ?? ''} maxLength={200}
        onChange={({ currentTarget }) => onChange({ attribute: orNull(currentTarget.value) })}
      />
      {field.type === 'multi' && (
        <TextInput label={words.delimiter} value={field.delimiter ?? ''} maxLength={10} onChange={({ currentTarget }) => onChange({ delimiter: currentTarget.value === '' ? null : currentTarget.value })} />
      )}
      {field.type === 'date' && (
        <NativeSelect
          label={words.dateOrder} value={field.date_order ?? 'none'} data={ORDERS.map((value) => ({ value, label: words.dateOrders[value] }))}
          onChange={({ currentTarget }) => onChange({ date_order: without(ORDERS.find((order) => order === currentTarget.value)) })}
        />
      )}
      <NativeSelect
        label={words.role} value={field.role ?? 'none'} data={ROLES.map((value) => ({ value, label: words.roles[value] }))}
        onChange={({ currentTarget }) => onChange({ role: without(ROLES.find((role) => role === currentTarget.value)) })}
      />
      <TextInput label={words.language} description={words.languageText} value={field.language ?? ''} maxLength={20} onChange={({ currentTarget }) => onChange({ language: orNull(currentTarget.value) })} />
      <TextInput
        label={words.aliases} description={words.aliasesText} defaultValue={field.aliases.join(', ')}
        onBlur={({ currentTarget }) => onChange({ aliases: currentTarget.value.split(',').map((alias) => alias.trim()).filter((alias) => alias !== '') })}
      />
      <Checkbox label={words.isPersonal} description={words.isPersonalText} checked={field.is_personal} onChange={({ currentTarget }) => onChange({ is_personal: currentTarget.checked })} />
    </>
  );
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function without<T extends string>(value: T | 'none' | undefined): Exclude<T, 'none'> | null {
  return value === undefined || value === 'none' ? null : (value as Exclude<T, 'none'>);
}
