import { unwrap } from '@likeness/sdk';
import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { likeness } from '../api/likeness.ts';
import type { Session } from '../api/use-session.ts';
import { signOut } from '../features/session/credentials.ts';
import { chooseLanguage, LANGUAGES, language, speak } from '../ui/i18n/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePreferences } from '../ui/preferences.ts';
import { showToast } from '../ui/toast/show-toast.ts';
import { MemberName } from './MemberName.tsx';
import { messages } from './messages.ts';
import classes from './member-menu.module.css';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Who is signed in, for which organisation: switches it, the colours and the language, and signs out. Opens as soon as it is shown. */
export function MemberMenu({ session: { user, tenant, tenants } }: { session: Session }) {
  const words = messages.member;
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu position="top-start" width={260} defaultOpened onClose={() => button.current?.focus()}>
      <Menu.Target>
        <UnstyledButton ref={button} className={classes.who}>
          <MemberName name={user?.name ?? ''} tenant={tenant?.name ?? ''} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <TenantItems tenants={tenants} currentId={tenant?.id ?? null} />
        <SchemeItems />
        <Menu.Label>{words.language}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(code) => speak(chooseLanguage(code, []))}>
          {LANGUAGES.map(({ code, name: ownName }) => (
            <Menu.RadioItem key={code} value={code} lang={code}>
              {ownName}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <SingleKeysItem />
        <Menu.Item component={Link} to="/runs" hiddenFrom="sm" leftSection={<Icon name="runs" />}>
          {messages.navigation.runs}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings" hiddenFrom="sm" leftSection={<Icon name="settings" />}>
          {messages.navigation.settings}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="signOut" />} onClick={() => void signOut()}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function TenantItems({ tenants, currentId }: { tenants: Session['tenants']; currentId: number | null }) {
  const choose = async (tenantId: number): Promise<void> => {
    try {
      unwrap(await likeness.PUT('/api/session/tenant', { body: { tenant_id: tenantId } }));
      // A fresh page: nothing of the organisation before may stay in memory, nor its live events.
      globalThis.location.assign('/persona-builder');
    } catch {
      showToast({ text: messages.member.switchFailed, tone: 'bad' });
    }
  };
  return (
    <>
      <Menu.Label>{messages.member.organisation}</Menu.Label>
      <Menu.RadioGroup value={String(currentId)} onChange={(id) => void choose(Number(id))}>
        {tenants.map(({ id, name, role }) => (
          <Menu.RadioItem key={id} value={String(id)} closeMenuOnClick>
            {name} <span className={classes.role}>{messages.member.role[role]}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{messages.member.colours}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(chosen) => setColorScheme(SCHEMES.find((scheme) => scheme === chosen) ?? 'auto')}>
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {messages.member[scheme]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function SingleKeysItem() {
  const [{ hasSingleKeys }, change] = usePreferences();
  return (
    <Menu.CheckboxItem value="single-keys" checked={hasSingleKeys} onChange={() => change({ hasSingleKeys: !hasSingleKeys })}>
      {messages.member.singleKeys}
    </Menu.CheckboxItem>
  );
}
