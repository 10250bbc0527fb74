import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Form } from '../../api/use-forms.ts';
import { usePersonas } from '../../api/use-personas.ts';
import { type Choice, ChooseOne, ChooseSome } from '../../ui/control/Choose.tsx';
import { useDebouncedValue } from '@mantine/hooks';
import { Icon } from '../../ui/Icon.tsx';
import classes from './filters.module.css';
import { messages } from './messages.ts';
import type { Band, ResponsesSearch } from './search.ts';
import type { FieldName } from './to-fields.ts';
import { useRespondent, useRespondentsByKey } from './use-responses.ts';

type FiltersProps = {
  search: ResponsesSearch;
  forms: readonly Form[];
  fields: readonly FieldName[];
  columns: readonly string[];
  /** Undefined takes a filter away. */
  onChange: (change: { [K in keyof ResponsesSearch]?: ResponsesSearch[K] | undefined }) => void;
};

const BANDS: readonly Band[] = ['strong', 'moderate', 'weak'];
const TYPING_MS = 400;

/** What narrows the list of responses, and which answers it shows as columns. All of it is in the address. */
export function Filters({ search, forms, fields, columns, onChange }: FiltersProps) {
  const words = messages.filters;
  const personas = usePersonas().data ?? [];
  const questions = fields.map(({ key, label }) => ({ value: key, label }));
  return (
    <section className={classes.filters} aria-label={words.label}>
      <ChooseOne label={words.form} placeholder={words.anyForm} choices={forms.map(({ id, name }) => toChoice(id, name))} value={toText(search.form)} onChange={(value) => onChange({ form: toId(value) })} />
      <ChooseOne
        label={words.persona} placeholder={words.anyPersona} choices={personas.map(({ id, name }) => toChoice(id, name))} value={toText(search.persona)}
        onChange={(value) => onChange({ persona: toId(value), ...(value === null && { band: undefined }) })}
      />
      <ChooseOne
        label={words.band} placeholder={words.anyBand} isDisabled={search.persona === undefined} choices={BANDS.map((band) => ({ value: band, label: messages.bands[band] }))}
        value={search.band ?? null} onChange={(value) => onChange({ band: BANDS.find((band) => band === value) })}
      />
      <ChooseRespondent value={search.respondent} onChange={(respondent) => onChange({ respondent })} />
      <Typed label={words.text} placeholder={words.anyText} value={search.q} onChange={(q) => onChange({ q })} />
      <ChooseOne
        label={words.attribute} placeholder={words.anyAttribute} choices={questions} value={search.attribute ?? null}
        onChange={(value) => onChange({ attribute: value ?? undefined, ...(value === null && { answer: undefined }) })}
      />
      <Typed label={words.answer} value={search.answer} isDisabled={search.attribute === undefined} onChange={(answer) => onChange({ answer })} />
      <Typed label={words.from} type="date" value={search.from} onChange={(from) => onChange({ from })} />
      <Typed label={words.to} type="date" value={search.to} onChange={(to) => onChange({ to })} />
      <div className={classes.columns}>
        <ChooseSome label={words.columns} choices={questions} value={columns} onChange={(chosen) => onChange({ columns: chosen.join('|') })} />
      </div>
      {search.import !== undefined && (
        <button type="button" className={classes.chip} aria-label={words.remove(words.import(search.import))} onClick={() => onChange({ import: undefined })}>
          {words.import(search.import)}
          <Icon name="close" size={12} />
        </button>
      )}
    </section>
  );
}

type TypedProps = { label: string; placeholder?: string; type?: 'text' | 'date'; value: string | undefined; isDisabled?: boolean; onChange: (value: string | undefined) => void };

/** A text that is used on Enter or when it is left; a day as soon as it is whole. */
function Typed({ label, placeholder = '', type = 'text', value = '', isDisabled = false, onChange }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const use = (text: string): void => {
    setTyped(null);
    if (text.trim() !== value) onChange(text.trim() === '' ? undefined : text.trim());
  };
  return (
    <TextInput
      label={label} placeholder={placeholder} type={type} disabled={isDisabled} value={typed ?? value}
      onChange={({ currentTarget }) => (type === 'date' ? use(currentTarget.value) : setTyped(currentTarget.value))}
      onBlur={() => typed !== null && use(typed)} onKeyDown={({ key }) => key === 'Enter' && typed !== null && use(typed)}
    />
  );
}

/** A respondent, found by a part of the key. */
function ChooseRespondent({ value, onChange }: { value: number | undefined; onChange: (id: number | undefined) => void }) {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useRespondentsByKey(text).data ?? [];
  const chosen = useRespondent(value ?? 0, value !== undefined).data;
  const all = new Map([...(chosen === undefined ? [] : [chosen]), ...found].map(({ id, respondent_key: key }) => [id, toChoice(id, key)]));
  return (
    <Select
      label={messages.filters.person} placeholder={messages.filters.anyPerson} searchable clearable clearButtonProps={{ 'aria-label': messages.filters.remove(messages.filters.person) }}
      data={[...all.values()]} value={toText(value)} onSearchChange={setTyped} onChange={(next) => onChange(toId(next))} checkIconPosition="right"
    />
  );
}

function toChoice(id: number, name: string): Choice {
  return { value: String(id), label: name };
}

function toText(id: number | undefined): string | null {
  return id === undefined ? null : String(id);
}

function toId(value: string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
