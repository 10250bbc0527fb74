import { UnstyledButton } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { Session } from '../api/use-session.ts';
import { Brand } from '../ui/Brand.tsx';
import { formats } from '../ui/formats.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Keys } from '../ui/shortcuts/Keys.tsx';
import { DemoNotice } from './DemoNotice.tsx';
import { MemberButton } from './MemberButton.tsx';
import { messages } from './messages.ts';
import classes from './sidebar.module.css';
import { useCounts } from './use-counts.ts';

type SidebarProps = { session: Session; isRail: boolean; onSearch: () => void; onHelp: () => void };

/** Where one can go, and as whom: a column, a rail of icons where room is dear, two bars on a phone. */
export function Sidebar({ session, isRail, onSearch, onHelp }: SidebarProps) {
  const words = messages.navigation;
  const counts = useCounts(session.tenant !== null);
  return (
    <header className={`${classes.side} ${isRail ? classes.rail : ''}`} data-rail={isRail ? '' : undefined}>
      <div className={classes.brand}>
        <Brand name={messages.product} />
      </div>
      <UnstyledButton className={classes.search} aria-keyshortcuts="/" title={words.search} onClick={onSearch}>
        <Icon name="search" />
        <span className={classes.label}>{words.search}</span>
        <span className={classes.keys}>
          <Keys keys="/" />
        </span>
      </UnstyledButton>
      <nav className={classes.nav} aria-label={words.label}>
        <NavLink to="/persona-builder" icon="people" name={words.personas} count={counts.personas} />
        <NavLink to="/portfolio" icon="portfolio" name={words.portfolio} />
        <NavLink to="/responses" icon="responses" name={words.responses} count={counts.responses} />
        <NavLink to="/imports" icon="file" name={words.imports} />
        <NavLink to="/runs" icon="runs" name={words.runs} isOffPhone />
        <span className={classes.space} />
        <NavLink to="/settings/$section" params={{ section: 'organisation' }} icon="settings" name={words.settings} isOffPhone />
      </nav>
      <DemoNotice session={session} place="sidebar" />
      <UnstyledButton className={`${classes.link} ${classes.offPhone}`} aria-keyshortcuts="?" title={words.help} onClick={onHelp}>
        <Icon name="help" />
        <span className={classes.label}>{words.help}</span>
      </UnstyledButton>
      <MemberButton session={session} />
    </header>
  );
}

type NavLinkProps = Pick<LinkProps, 'to' | 'params'> & { icon: IconName; name: string; count?: number | undefined; isOffPhone?: boolean };

function NavLink({ to, params, icon, name, count, isOffPhone = false }: NavLinkProps) {
  return (
    <Link
      {...(to !== undefined && { to })}
      {...(params !== undefined && { params })}
      className={`${classes.link} ${isOffPhone ? classes.offPhone : ''}`}
      activeOptions={{ exact: false, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      title={name}
    >
      <Icon name={icon} />
      <span className={classes.label}>{name}</span>
      {count !== undefined && <span className={classes.count}>{formats.compactCount(count)}</span>}
    </Link>
  );
}
