import { useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import type { Session } from '../api/use-session.ts';
import { useTenant } from '../api/use-tenant.ts';
import { useLiveChanges } from '../features/live/use-live-changes.ts';
import { withMessages } from '../ui/i18n/define-messages.ts';
import { areToastsWanted, subscribeToToasts } from '../ui/toast/show-toast.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { DemoNotice } from './DemoNotice.tsx';
import { messages } from './messages.ts';
import { NoTenant } from './NoTenant.tsx';
import classes from './shell.module.css';
import { Sidebar } from './Sidebar.tsx';
import { OVERLAYS_ID } from './theme.ts';
import { useCommands } from './use-commands.ts';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';

const SearchDialog = lazy(withMessages(() => import('../features/commands/SearchDialog.tsx').then(({ SearchDialog: part }) => ({ default: part }))));
const HelpSheet = lazy(withMessages(() => import('../features/commands/HelpSheet.tsx').then(({ HelpSheet: part }) => ({ default: part }))));
const Toasts = lazy(() => import('../ui/toast/Toasts.tsx').then(({ Toasts: part }) => ({ default: part })));

/** The frame around every page: where one can go, as whom, and whether the server is heard. */
export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  useLiveChanges();
  // Every page wants the organisation's day; asked for here, none waits for it.
  useTenant();
  useFocusOnNavigation();
  const commands = useCommands();
  const hasToasts = useSyncExternalStore(subscribeToToasts, areToastsWanted);
  const isRail = useLocation({ select: ({ pathname, search }) => isWorkPlace(pathname, search) });
  return (
    <div className={`${classes.shell} ${isRail ? classes.rail : ''}`}>
      <a className={classes.skip} href="#content">
        {messages.skipToContent}
      </a>
      <Sidebar session={session} isRail={isRail} onSearch={commands.openSearch} onHelp={commands.openHelp} />
      <main id="content" tabIndex={-1} className={classes.main}>
        {session.tenant === null ? (
          <NoTenant />
        ) : (
          <>
            <DemoNotice session={session} place="page" />
            <Suspense>{children}</Suspense>
          </>
        )}
        <div id={OVERLAYS_ID} />
      </main>
      <ConnectionBanner />
      <Suspense>
        {commands.shown === 'search' && <SearchDialog onClose={commands.close} onHelp={commands.openHelp} />}
        {commands.shown === 'help' && <HelpSheet onClose={commands.close} />}
        {hasToasts && <Toasts />}
      </Suspense>
    </div>
  );
}

/** Where one works on something wide, the sidebar gives way: a persona's Canvas and the import wizard. */
function isWorkPlace(pathname: string, search: { tab?: string | undefined }): boolean {
  return pathname.startsWith('/imports/new') || (/^\/persona-builder\/./.test(pathname) && search.tab !== 'analytics');
}
