import { MultiSelect, Select } from '@mantine/core';
import { messages } from '../messages.ts';
import classes from './choose.module.css';

export type Choice = { value: string; label: string };
type ChooseProps = { label: string; choices: readonly Choice[]; placeholder?: string; isDisabled?: boolean };

/** One of many values, found by typing. `value` null: none chosen yet. */
export function ChooseOne({ label, choices, placeholder, isDisabled = false, value, onChange }: ChooseProps & { value: string | null; onChange: (value: string | null) => void }) {
  return (
    <Select
      label={label} data={[...choices]} value={value} onChange={onChange} searchable disabled={isDisabled} nothingFoundMessage={messages.choose.nothing}
      placeholder={placeholder ?? messages.choose.search} limit={200} checkIconPosition="right"
    />
  );
}

/** Any number of many values, found by typing. */
export function ChooseSome({ label, choices, placeholder, isDisabled = false, value, onChange }: ChooseProps & { value: readonly string[]; onChange: (value: string[]) => void }) {
  return (
    <MultiSelect
      label={label} data={[...choices]} value={[...value]} onChange={onChange} searchable disabled={isDisabled} nothingFoundMessage={messages.choose.nothing}
      classNames={{ pill: classes.pill }} placeholder={value.length === 0 ? (placeholder ?? messages.choose.search) : ''} limit={200}
    />
  );
}
