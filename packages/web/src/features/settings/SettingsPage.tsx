import { getRouteApi, notFound } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useSession } from '../../api/use-session.ts';
import { Tabs } from '../../ui/control/Tabs.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { AuditSection } from './AuditSection.tsx';
import { DictionarySection } from './DictionarySection.tsx';
import { FieldsSection } from './FieldsSection.tsx';
import { KeysSection } from './KeysSection.tsx';
import { MembersSection } from './MembersSection.tsx';
import { messages } from './messages.ts';
import { MetricsSection } from './MetricsSection.tsx';
import { OrganisationSection } from './OrganisationSection.tsx';
import classes from './settings.module.css';
import { SyncSection } from './SyncSection.tsx';

const route = getRouteApi('/settings/$section');
const SECTIONS = ['organisation', 'metrics', 'fields', 'dictionary', 'sync', 'members', 'keys', 'audit'] as const;
type Section = (typeof SECTIONS)[number];

const PARTS: Record<Section, ComponentType> = {
  organisation: OrganisationSection, metrics: MetricsSection, fields: FieldsSection, dictionary: DictionarySection, sync: SyncSection,
  members: MembersSection, keys: KeysSection, audit: AuditSection,
};

/** The organisation's settings, one section at a time. Who may not change them sees them, and reads why. */
export function SettingsPage() {
  const { section } = route.useParams();
  const navigate = route.useNavigate();
  const shown = SECTIONS.find((one) => one === section);
  if (shown === undefined) throw notFound();
  const tabs = SECTIONS.map((value) => ({ value, name: messages.sections[value] }));
  const Part = PARTS[shown];
  return (
    <Page title={messages.title}>
      <Tabs kind="line" label={messages.choose} tabs={tabs} value={shown} onChange={(next) => void navigate({ params: { section: next }, search: {} })} />
      <RoleNote />
      <div className={classes.section}>
        <Part />
      </div>
    </Page>
  );
}

function RoleNote() {
  const role = useSession().data?.tenant?.role;
  if (role === undefined || role === null || role === 'owner') return null;
  return <p className={classes.note}>{role === 'viewer' ? messages.viewerNote : messages.editorNote}</p>;
}
