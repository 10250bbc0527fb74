import { type Schemas, unwrap } from '@likeness/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { formats } from '../../ui/formats.ts';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import { NewKeyForm } from './NewKeyForm.tsx';
import classes from './settings.module.css';
import { useChange } from './use-change.ts';

type Key = Schemas['ApiKey'];

/** Keys by which programs use the API: made, with a secret that is shown once, and revoked. */
export function KeysSection() {
  const mayAdmin = useMay('admin');
  if (!mayAdmin) {
    return (
      <StateMessage icon="lock" title={messages.sections.keys}>
        {messages.ownersOnly}
      </StateMessage>
    );
  }
  return <Keys />;
}

function Keys() {
  const words = messages.keys;
  const [ending, setEnding] = useState<Key | null>(null);
  const query = useQuery({
    queryKey: keyOf('members', 'api-keys'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/api-keys', { signal })).items,
  });
  const revoke = useChange(async (id: number) => unwrap(await likeness.DELETE('/api/api-keys/{id}', { params: { path: { id } } })), words.revoked, ['members']);
  return (
    <>
      <NewKeyForm />
      <Card title={messages.sections.keys} isFlush>
        <Loaded query={query} skeleton={<SkeletonRows count={3} />}>
          {(rows) => <DataTable caption={messages.sections.keys} rows={rows} rowKey={(row) => row.id} empty={words.none} columns={toColumns(setEnding)} />}
        </Loaded>
      </Card>
      <ConfirmDialog
        isOpen={ending !== null} title={words.revokeTitle(ending?.name ?? '')} confirm={words.revoke} isDangerous isBusy={revoke.isPending} onClose={() => setEnding(null)}
        onConfirm={() => ending !== null && revoke.mutate(ending.id, { onSettled: () => setEnding(null) })}
      >
        {words.revokeText}
      </ConfirmDialog>
    </>
  );
}

function toColumns(onRevoke: (key: Key) => void): Column<Key>[] {
  const words = messages.keys;
  return [
    { key: 'name', header: words.name, isRowHeader: true, cell: (row) => row.name },
    { key: 'prefix', header: words.prefix, cell: (row) => <code dir="ltr">{row.prefix}…</code> },
    { key: 'scopes', header: words.scopes, cell: (row) => <span className={classes.chips}>{row.scopes.map((scope) => <Chip key={scope}>{words.scope[scope]}</Chip>)}</span> },
    { key: 'used', header: words.used, cell: (row) => (row.last_used_at === null ? words.never : formats.instant(new Date(row.last_used_at))) },
    { key: 'expires', header: words.expires, cell: (row) => (row.expires_at === null ? words.unlimited : formats.instant(new Date(row.expires_at))) },
    {
      key: 'revoke', header: messages.actions,
      cell: (row) =>
        row.revoked_at === null ? (
          <Button variant="subtle" size="xs" aria-label={words.revokeOf(row.name)} onClick={() => onRevoke(row)}>
            {words.revoke}
          </Button>
        ) : (
          <Chip tone="dashed">{words.isRevoked}</Chip>
        ),
    },
  ];
}
