import { unwrap } from '@likeness/sdk';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { Card } from '../../ui/card/Card.tsx';
import { formats } from '../../ui/formats.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import { type Role, RoleSelect } from './RoleSelect.tsx';
import { Secret } from './Secret.tsx';
import classes from './settings.module.css';
import { useChange } from './use-change.ts';

/** Invites somebody by a link that is shown once, and takes invitations back. */
export function InvitationsCard() {
  const words = messages.invitations;
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [link, setLink] = useState<string | null>(null);
  const query = useQuery({
    queryKey: keyOf('members', 'invitations'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/invitations', { signal })).items,
  });
  const invite = useChange(async () => unwrap(await likeness.POST('/api/invitations', { body: { email: email.trim(), role } })), words.made, ['members']);
  const revoke = useChange(async (id: number) => unwrap(await likeness.DELETE('/api/invitations/{id}', { params: { path: { id } } })), words.revoked, ['members']);
  return (
    <Card title={words.title} caption={words.text} isFlush>
      <form
        className={`${classes.panel} ${classes.pad}`}
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate(undefined, {
            onSuccess: (invitation) => {
              setLink(invitation.link);
              setEmail('');
            },
          });
        }}
      >
        <div className={`${classes.form} ${classes.row}`}>
          <TextInput type="email" label={messages.members.email} value={email} maxLength={320} required withAsterisk={false} onChange={({ currentTarget }) => setEmail(currentTarget.value)} />
          <RoleSelect label={messages.members.role} value={role} onChange={setRole} isLabelShown />
          <Button type="submit" loading={invite.isPending} disabled={email.trim() === ''}>
            {words.invite}
          </Button>
        </div>
        {link !== null && <Secret text={words.link} secret={link} onClose={() => setLink(null)} />}
      </form>
      <Loaded query={query} skeleton={<SkeletonRows count={1} />}>
        {(rows) => (
          <DataTable
            caption={words.title} rows={rows} rowKey={(row) => row.id} empty={words.none}
            columns={[
              { key: 'email', header: messages.members.email, isRowHeader: true, cell: (row) => <bdi>{row.email}</bdi> },
              { key: 'role', header: messages.members.role, cell: (row) => messages.roles[row.role] },
              { key: 'expires', header: messages.keys.expires, cell: (row) => formats.instant(new Date(row.expires_at)) },
              { key: 'revoke', header: messages.actions, cell: (row) => <Button variant="subtle" size="xs" aria-label={words.revokeOf(row.email)} onClick={() => revoke.mutate(row.id)}>{words.revoke}</Button> },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
