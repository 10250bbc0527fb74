import { UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { signOut } from '../features/session/credentials.ts';
import type { Session } from '../features/session/use-session.ts';
import { Brand } from '../ui/Brand.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { messages } from './messages.en.ts';
import classes from './sidebar.module.css';

/** Where one can go, and as whom: a column, a rail of icons on narrower screens, a bar at the top of a phone. */
export function Sidebar({ session }: { session: Session }) {
  const words = messages.navigation;
  return (
    <header className={classes.side}>
      <div className={classes.brand}>
        <Brand name={messages.product} isShort />
      </div>
      <nav className={classes.nav} aria-label={words.label}>
        <NavLink href="/persona-builder" icon="people" name={words.personas} isCurrent />
        <NavLink href="/api/docs" icon="api" name={words.apiDocs} />
        <NavLink href="#command-line" icon="terminal" name={words.commandLine} />
      </nav>
      <div className={classes.who}>
        <span className={classes.names}>
          <b>{session.user?.name}</b>
          <span>{session.tenant?.name}</span>
        </span>
        <ColorSchemeButton />
        <IconButton icon="signOut" name={words.signOut} onClick={() => void signOut()} />
      </div>
    </header>
  );
}

function NavLink({ href, icon, name, isCurrent = false }: { href: string; icon: IconName; name: string; isCurrent?: boolean }) {
  return (
    <a className={classes.link} href={href} title={name} aria-current={isCurrent ? 'page' : undefined}>
      <Icon name={icon} />
      <span className={classes.label}>{name}</span>
    </a>
  );
}

function ColorSchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const words = messages.navigation;
  return (
    <IconButton
      icon={isDark ? 'sun' : 'moon'}
      name={isDark ? words.toLight : words.toDark}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    />
  );
}

function IconButton({ icon, name, onClick }: { icon: IconName; name: string; onClick: () => void }) {
  return (
    <UnstyledButton className={classes.iconButton} aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </UnstyledButton>
  );
}
