import { unwrap } from '@likeness/sdk';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useTenant } from '../../api/use-tenant.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Tabs } from '../../ui/control/Tabs.tsx';
import { formats } from '../../ui/formats.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard, SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import classes from './settings.module.css';

const route = getRouteApi('/settings/$section');
const SECTIONS = ['organisation', 'members'] as const;

/** The organisation's settings, one section at a time. */
export function SettingsPage() {
  const { section } = route.useParams();
  const navigate = route.useNavigate();
  const shown = SECTIONS.find((one) => one === section);
  if (shown === undefined) throw notFound();
  const tabs = SECTIONS.map((value) => ({ value, name: messages.sections[value] }));
  return (
    <Page title={messages.title}>
      <Tabs kind="line" label={messages.choose} tabs={tabs} value={shown} onChange={(next) => void navigate({ params: { section: next } })} />
      <div className={classes.section}>{shown === 'members' ? <Members /> : <Organisation />}</div>
    </Page>
  );
}

function Organisation() {
  const words = messages;
  return (
    <Card title={words.sections.organisation}>
      <Loaded query={useTenant()} skeleton={<SkeletonCard blockSize={120} />}>
        {({ name, time_zone, settings }) => (
          <dl className={classes.facts}>
            <dt>{words.name}</dt>
            <dd>{name}</dd>
            <dt>{words.timeZone}</dt>
            <dd>{time_zone}</dd>
            <dt>{words.bands}</dt>
            <dd>{formats.count(settings.bands.moderate)}</dd>
            <dt>{words.strong}</dt>
            <dd>{formats.count(settings.bands.strong)}</dd>
          </dl>
        )}
      </Loaded>
    </Card>
  );
}

function Members() {
  const query = useQuery({
    queryKey: keyOf('members', 'list'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/members', { signal })).items,
  });
  return (
    <Card title={messages.sections.members} isFlush>
      <Loaded query={query} skeleton={<SkeletonRows count={3} />}>
        {(rows) => (
          <DataTable
            caption={messages.caption} rows={rows} rowKey={(row) => row.user_id}
            columns={[
              { key: 'name', header: messages.member, isRowHeader: true, cell: (row) => row.name },
              { key: 'email', header: messages.email, cell: (row) => <bdi>{row.email}</bdi> },
              { key: 'role', header: messages.role, cell: (row) => messages.roles[row.role] },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
