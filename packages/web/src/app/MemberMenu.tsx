import { unwrap } from '@likeness/sdk';
import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { likeness } from '../api/likeness.ts';
import type { Session } from '../api/use-session.ts';
import { signOut } from '../features/session/credentials.ts';
import { LANGUAGES, language, speak } from '../ui/i18n/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePreferences } from '../ui/preferences.ts';
import { toInitials } from '../ui/to-initials.ts';
import { showToast } from '../ui/toast/show-toast.ts';
import { messages } from './messages.ts';
import classes from './member-menu.module.css';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Who is signed in, for which organisation: switches it, the colours and the language, and signs out. */
export function MemberMenu({ session: { user, tenant, tenants } }: { session: Session }) {
  const words = messages.member;
  const name = user?.name ?? '';
  return (
    <Menu position="top-start" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.who} aria-label={words.open(name, tenant?.name ?? '')}>
          <span className={classes.initials} aria-hidden="true">
            {toInitials(name)}
          </span>
          <span className={classes.names}>
            <b>{name}</b>
            <span>{tenant?.name}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <TenantItems tenants={tenants} currentId={tenant?.id ?? null} />
        <SchemeItems />
        <Menu.Label>{words.language}</Menu.Label>
        {LANGUAGES.map(({ code, name: ownName }) => (
          <Choice key={code} isChosen={code === language} onChoose={() => speak(code)} lang={code}>
            {ownName}
          </Choice>
        ))}
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
  const queries = useQueryClient();
  const navigate = useNavigate();
  const choose = async (tenantId: number): Promise<void> => {
    try {
      const session = unwrap(await likeness.PUT('/api/session/tenant', { body: { tenant_id: tenantId } }));
      // Nothing of the organisation before may stay in sight.
      await navigate({ to: '/persona-builder' });
      queries.clear();
      queries.setQueryData(['session'], session);
    } catch {
      showToast({ text: messages.member.switchFailed, tone: 'bad' });
    }
  };
  return (
    <>
      <Menu.Label>{messages.member.organisation}</Menu.Label>
      {tenants.map(({ id, name, role }) => (
        <Choice key={id} isChosen={id === currentId} onChoose={() => void choose(id)}>
          {name} <span className={classes.role}>{messages.member.role[role]}</span>
        </Choice>
      ))}
    </>
  );
}

function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{messages.member.colours}</Menu.Label>
      {SCHEMES.map((scheme) => (
        <Choice key={scheme} isChosen={scheme === colorScheme} onChoose={() => setColorScheme(scheme)}>
          {messages.member[scheme]}
        </Choice>
      ))}
    </>
  );
}

function SingleKeysItem() {
  const [{ hasSingleKeys }, change] = usePreferences();
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={hasSingleKeys}
      closeMenuOnClick={false}
      leftSection={<Mark isOn={hasSingleKeys} />}
      onClick={() => change({ hasSingleKeys: !hasSingleKeys })}
    >
      {messages.member.singleKeys}
    </Menu.Item>
  );
}

function Choice({ isChosen, onChoose, lang, children }: { isChosen: boolean; onChoose: () => void; lang?: string; children: ReactNode }) {
  return (
    <Menu.Item role="menuitemradio" aria-checked={isChosen} {...(lang !== undefined && { lang })} leftSection={<Mark isOn={isChosen} />} onClick={isChosen ? undefined : onChoose}>
      {children}
    </Menu.Item>
  );
}

function Mark({ isOn }: { isOn: boolean }) {
  return <span className={classes.mark}>{isOn && <Icon name="check" />}</span>;
}
