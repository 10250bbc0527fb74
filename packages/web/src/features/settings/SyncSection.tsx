import { unwrap } from '@likeness/sdk';
import { Checkbox } from '@mantine/core';
import { likeness } from '../../api/likeness.ts';
import { type Persona, usePersonas } from '../../api/use-personas.ts';
import { useMay } from '../../api/use-session.ts';
import { useTenant } from '../../api/use-tenant.ts';
import { Card } from '../../ui/card/Card.tsx';
import { formats } from '../../ui/formats.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import { useChange } from './use-change.ts';

/** Which personas are synced by themselves, when last, and when next. */
export function SyncSection() {
  const words = messages.sync;
  const mayWrite = useMay('write');
  const query = usePersonas();
  const timeZone = useTenant().data?.time_zone;
  const change = useChange(
    async ({ id, revision, sync_config }: Persona) => {
      const params = { path: { id }, header: { 'if-match': `"${revision}"` } };
      return unwrap(await likeness.PATCH('/api/cx-personas/{id}', { params, body: { sync_config: { ...sync_config, auto_sync: !sync_config.auto_sync } } }));
    },
    messages.saved, ['personas'],
  );
  // What was ticked shows at once, and goes back when it was not accepted.
  const isAuto = ({ id, sync_config }: Persona): boolean => (change.isPending && change.variables.id === id) !== sync_config.auto_sync;
  return (
    <Card title={messages.sections.sync} caption={timeZone === undefined ? '' : words.caption(timeZone)} isFlush>
      <Loaded query={query} skeleton={<SkeletonRows count={5} />}>
        {(rows) => (
          <DataTable
            caption={messages.sections.sync} rows={rows} rowKey={(row) => row.id} empty={words.none}
            columns={[
              { key: 'name', header: words.persona, isRowHeader: true, isSortable: true, value: (row) => row.name, cell: (row) => row.name },
              { key: 'last', header: words.last, value: (row) => row.last_synced_at, cell: (row) => (row.last_synced_at === null ? words.never : formats.instant(new Date(row.last_synced_at))) },
              {
                key: 'auto', header: words.auto,
                cell: (row) => <Checkbox aria-label={words.autoOf(row.name)} checked={isAuto(row)} disabled={!mayWrite || change.isPending} onChange={() => change.mutate(row)} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
