import { type Schemas, unwrap } from '@likeness/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { AttributePanel } from './AttributePanel.tsx';
import { messages } from './messages.ts';

const ROW_HEIGHT = 44;

export type Attribute = Schemas['Attribute'];

/** Attributes under one name across forms, their other names, and spellings that mean the same. */
export function DictionarySection() {
  const words = messages.dictionary;
  const mayWrite = useMay('write');
  const [opened, setOpened] = useState<Attribute | 'new' | null>(null);
  const query = useQuery({
    queryKey: keyOf('attributes', 'dictionary'),
    queryFn: ({ signal }) => loadAttributes(signal),
  });
  const add = mayWrite ? (
    <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => setOpened('new')}>
      {words.add}
    </Button>
  ) : undefined;
  return (
    <Card title={messages.sections.dictionary} caption={words.caption} actions={add} isFlush>
      <Loaded query={query} skeleton={<SkeletonRows count={5} />}>
        {(rows) => <DataTable caption={messages.sections.dictionary} rows={rows} rowKey={(row) => row.id} columns={toColumns(setOpened, mayWrite)} empty={words.none} csvName="attributes" virtualRowHeight={ROW_HEIGHT} />}
      </Loaded>
      <AttributePanel key={opened === null || opened === 'new' ? opened : opened.id} attribute={opened} mayWrite={mayWrite} onClose={() => setOpened(null)} />
    </Card>
  );
}

async function loadAttributes(signal: AbortSignal): Promise<Attribute[]> {
  const attributes: Attribute[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 100, ...(cursor !== null && { cursor }) };
    const page: { items: Attribute[]; next_cursor: string | null } = unwrap(await likeness.GET('/api/attributes', { params: { query }, signal }));
    attributes.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return attributes;
}

function toColumns(onOpen: (attribute: Attribute) => void, mayWrite: boolean): Column<Attribute>[] {
  const words = messages.dictionary;
  return [
    { key: 'name', header: words.name, isRowHeader: true, isSortable: true, value: (row) => row.name, cell: (row) => <code dir="auto">{row.name}</code> },
    { key: 'aliases', header: words.aliases, value: (row) => row.aliases.join(', '), cell: (row) => <span dir="auto">{row.aliases.join(', ')}</span> },
    { key: 'synonyms', header: words.synonyms, align: 'end', value: (row) => Object.keys(row.synonyms).length, cell: (row) => formats.count(Object.keys(row.synonyms).length) },
    {
      key: 'open', header: messages.actions,
      cell: (row) => (
        <Button variant="subtle" size="xs" aria-label={words.openOf(mayWrite ? messages.change : messages.look, row.name)} onClick={() => onOpen(row)}>
          {mayWrite ? messages.change : messages.look}
        </Button>
      ),
    },
  ];
}
