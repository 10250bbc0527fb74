import { type Schemas, unwrap } from '@likeness/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import { formats } from '../../ui/formats.ts';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { InvitationsCard } from './InvitationsCard.tsx';
import { messages } from './messages.ts';
import { type Role, RoleSelect } from './RoleSelect.tsx';
import { useChange } from './use-change.ts';

type Member = Schemas['Member'];

/** Who belongs to the organisation and may do what; who is invited. */
export function MembersSection() {
  const mayAdmin = useMay('admin');
  const query = useQuery({
    queryKey: keyOf('members', 'list'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/members', { signal })).items,
  });
  return (
    <>
      <Card title={messages.sections.members} caption={messages.members.roleText} isFlush>
        <Loaded query={query} skeleton={<SkeletonRows count={3} />}>
          {(rows) => <MemberTable rows={rows} mayAdmin={mayAdmin} />}
        </Loaded>
      </Card>
      {/* After the members: their number moves what stands below. */}
      {mayAdmin && !query.isPending && <InvitationsCard />}
    </>
  );
}

function MemberTable({ rows, mayAdmin }: { rows: Member[]; mayAdmin: boolean }) {
  const words = messages.members;
  const [leaving, setLeaving] = useState<Member | null>(null);
  const change = useChange(
    async ({ user_id, role }: { user_id: string; role: Role }) => unwrap(await likeness.PATCH('/api/members/{user_id}', { params: { path: { user_id } }, body: { role } })),
    messages.saved, ['members', 'session'],
  );
  const remove = useChange(
    async (user_id: string) => unwrap(await likeness.DELETE('/api/members/{user_id}', { params: { path: { user_id } } })),
    words.removed, ['members', 'session'],
  );
  // The server keeps the last owner; so do we, before anybody tries.
  const isLastOwner = (row: Member): boolean => row.role === 'owner' && rows.filter(({ role }) => role === 'owner').length === 1;
  const canChange = (row: Member): boolean => mayAdmin && !isLastOwner(row);
  return (
    <>
      <DataTable
        caption={words.caption} rows={rows} rowKey={(row) => row.user_id}
        columns={[
          { key: 'name', header: words.member, isRowHeader: true, cell: (row) => row.name },
          { key: 'email', header: words.email, cell: (row) => <bdi>{row.email}</bdi> },
          {
            key: 'role', header: words.role,
            cell: (row) => canChange(row) ? <RoleSelect label={words.roleOf(row.name)} value={row.role} onChange={(role) => change.mutate({ user_id: row.user_id, role })} /> : messages.roles[row.role],
          },
          { key: 'since', header: words.since, cell: (row) => formats.instant(new Date(row.created_at)) },
          { key: 'remove', header: messages.actions, cell: (row) => canChange(row) && <Button variant="subtle" size="xs" aria-label={words.removeOf(row.name)} onClick={() => setLeaving(row)}>{messages.remove}</Button> },
        ]}
      />
      <ConfirmDialog
        isOpen={leaving !== null} title={words.removeTitle(leaving?.name ?? '')} confirm={messages.remove} isDangerous isBusy={remove.isPending} onClose={() => setLeaving(null)}
        onConfirm={() => leaving !== null && remove.mutate(leaving.user_id, { onSettled: () => setLeaving(null) })}
      >
        {words.removeText}
      </ConfirmDialog>
    </>
  );
}
