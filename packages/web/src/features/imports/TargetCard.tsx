import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Form } from '../../api/use-forms.ts';
import { Card } from '../../ui/card/Card.tsx';
import { SegmentedControl } from '../../ui/control/SegmentedControl.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { changeSubmittedAt, changeTarget } from './change-mapping.ts';
import { messages } from './messages.ts';
import type { Mapping } from './recognition.ts';
import classes from './target-card.module.css';

type TargetCardProps = { mapping: Mapping; forms: readonly Form[]; hasDate: boolean; hasRespondent: boolean; onChange: (mapping: Mapping) => void };

/** Which form the responses go into, and what stands for what the file does not say. */
export function TargetCard({ mapping, forms, hasDate, hasRespondent, onChange }: TargetCardProps) {
  const words = messages.target;
  const [name, setName] = useState(mapping.form_name ?? '');
  const isNew = mapping.form_id === undefined;
  const [first] = forms;
  const choices = [{ value: 'fresh' as const, name: words.fresh }, { value: 'existing' as const, name: words.existing }];
  const choose = (kind: 'fresh' | 'existing'): void => {
    if (kind === 'fresh') onChange(changeTarget(mapping, { form_name: name.trim() || words.fresh }));
    else if (first !== undefined) onChange(changeTarget(mapping, { form_id: first.id }));
  };
  return (
    <Card title={words.title}>
      <div className={classes.target}>
        {first !== undefined && <SegmentedControl label={words.label} choices={choices} value={isNew ? 'fresh' : 'existing'} onChange={choose} />}
        {isNew ? (
          <TextInput
            label={words.name} value={name} maxLength={200} onChange={({ currentTarget }) => setName(currentTarget.value)}
            onBlur={() => name.trim() !== '' && name !== mapping.form_name && onChange(changeTarget(mapping, { form_name: name.trim() }))}
          />
        ) : (
          <NativeSelect
            label={words.choose} value={String(mapping.form_id)} data={forms.map((form) => ({ value: String(form.id), label: form.name }))}
            onChange={({ currentTarget }) => onChange(changeTarget(mapping, { form_id: Number(currentTarget.value) }))}
          />
        )}
        {!hasDate && <SubmittedAt mapping={mapping} onChange={onChange} />}
        <ul className={classes.notes}>
          {!hasRespondent && (
            <li>
              <Icon name="person" />
              {words.noRespondent}
            </li>
          )}
          <li>
            <Icon name="undo" />
            {words.undo}
          </li>
        </ul>
      </div>
    </Card>
  );
}

function SubmittedAt({ mapping, onChange }: Pick<TargetCardProps, 'mapping' | 'onChange'>) {
  const words = messages.target;
  const at = mapping.submitted_at ?? null;
  return (
    <>
      {at !== null && (
        <TextInput
          type="datetime-local" label={words.noDate} value={toLocalText(new Date(at))}
          onChange={({ currentTarget }) => currentTarget.value !== '' && onChange(changeSubmittedAt(mapping, new Date(currentTarget.value).toISOString()))}
        />
      )}
      <Checkbox
        label={words.refuseWithoutDate} checked={at === null}
        onChange={({ currentTarget }) => onChange(changeSubmittedAt(mapping, currentTarget.checked ? null : new Date().toISOString()))}
      />
    </>
  );
}

/** As the browser's field wants it: local time, to the minute. */
function toLocalText(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
