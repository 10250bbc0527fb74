import type { Schemas } from '@likeness/sdk';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useForms } from '../../api/use-forms.ts';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { compact } from '../../ui/search-params.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { findFields } from './find-fields.ts';
import { FieldPanel } from './FieldPanel.tsx';
import { messages } from './messages.ts';
import classes from './settings.module.css';

type Form = Schemas['Form'];
type Field = Form['fields'][number];

const route = getRouteApi('/settings/$section');
const ROW_HEIGHT = 44;

/** The fields of each form: how their answers are read. */
export function FieldsSection() {
  return (
    <Loaded query={useForms()} skeleton={<SkeletonRows count={8} />}>
      {(forms) => <Forms forms={forms} />}
    </Loaded>
  );
}

function Forms({ forms }: { forms: readonly Form[] }) {
  const { form: id } = route.useSearch();
  const navigate = route.useNavigate();
  const form = forms.find((one) => one.id === id) ?? forms[0];
  const action = (
    <Button component={Link} to="/imports/new">
      {messages.fields.import}
    </Button>
  );
  if (form === undefined) {
    return (
      <StateMessage icon="file" title={messages.fields.noneTitle} actions={action}>
        {messages.fields.noneText}
      </StateMessage>
    );
  }
  const choose = (
    <NativeSelect
      aria-label={messages.fields.form} value={String(form.id)} data={forms.map((one) => ({ value: String(one.id), label: one.name }))}
      onChange={({ currentTarget }) => void navigate({ search: { form: Number(currentTarget.value) }, replace: true })}
    />
  );
  return <FormFields key={form.id} form={form} choose={choose} />;
}

function FormFields({ form, choose }: { form: Form; choose: ReactNode }) {
  const words = messages.fields;
  const mayWrite = useMay('write');
  const [opened, setOpened] = useState<number | null>(null);
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const rows = findFields(form.fields, q);
  return (
    <Card title={words.title} caption={words.caption} actions={choose} isFlush>
      <div className={classes.search}>
        <TextInput
          type="search" aria-label={words.search} placeholder={words.search} value={q} size="xs"
          onChange={({ currentTarget }) => void navigate({ search: compact({ form: form.id, q: currentTarget.value || undefined }), replace: true })}
        />
        <span className={classes.hint}>{words.found(rows.length, form.fields.length)}</span>
      </div>
      <DataTable
        caption={words.title} rows={rows} rowKey={(row) => row.key} columns={toColumns((field) => setOpened(form.fields.indexOf(field)), mayWrite)}
        csvName="fields" virtualRowHeight={ROW_HEIGHT} empty={q === '' ? words.noFields : words.noneFound}
      />
      <FieldPanel key={opened} form={form} index={opened} mayWrite={mayWrite} onClose={() => setOpened(null)} />
    </Card>
  );
}

function toColumns(onOpen: (field: Field) => void, mayWrite: boolean): Column<Field>[] {
  const words = messages.fields;
  return [
    { key: 'key', header: words.key, isRowHeader: true, isSortable: true, value: (row) => row.key, cell: (row) => <code dir="auto">{row.key}</code> },
    { key: 'label', header: words.question, value: (row) => row.label, cell: (row) => <span dir="auto">{row.label}</span> },
    { key: 'type', header: words.type, isSortable: true, value: (row) => words.types[row.type], cell: (row) => words.types[row.type] },
    {
      key: 'about', header: words.about, value: (row) => row.attribute,
      cell: (row) => (
        <span className={classes.chips}>
          {row.attribute !== null && <code>{row.attribute}</code>}
          {row.role !== null && <Chip>{words.roles[row.role]}</Chip>}
          {row.is_personal && <Chip tone="warn">{words.personal}</Chip>}
        </span>
      ),
    },
    { key: 'missing', header: words.missing, value: (row) => row.missing.join(', '), cell: (row) => <span dir="auto">{row.missing.join(', ')}</span> },
    {
      key: 'open', header: messages.actions,
      cell: (row) => (
        <Button variant="subtle" size="xs" aria-label={words.openOf(mayWrite ? messages.change : messages.look, row.key)} onClick={() => onOpen(row)}>
          {mayWrite ? messages.change : messages.look}
        </Button>
      ),
    },
  ];
}
