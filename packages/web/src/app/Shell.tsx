import { useLiveChanges } from '../features/live/use-live-changes.ts';
import { CommandLine } from '../features/commands/CommandLine.tsx';
import { PersonaGallery } from '../features/personas/PersonaGallery.tsx';
import type { Session } from '../features/session/use-session.ts';
import { StateMessage } from '../ui/StateMessage.tsx';
import { messages } from './messages.en.ts';
import classes from './shell.module.css';
import { Sidebar } from './Sidebar.tsx';

const GALLERY_ADDRESSES = new Set(['/', '/persona-builder']);

/** The frame around every page, and the page of this address. */
export function Shell({ session }: { session: Session }) {
  const address = globalThis.location.pathname.replace(/(?<=.)\/+$/, '');
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {messages.skipToContent}
      </a>
      <Sidebar session={session} />
      <main id="content" tabIndex={-1} className={classes.main}>
        {session.tenant === null ? <NoTenant /> : GALLERY_ADDRESSES.has(address) ? <GalleryPage /> : <UnknownPage />}
      </main>
    </div>
  );
}

function GalleryPage() {
  useLiveChanges();
  return (
    <>
      <PersonaGallery />
      <CommandLine />
    </>
  );
}

function NoTenant() {
  return (
    <div className={classes.state}>
      <StateMessage icon="people" title={messages.states.noTenantTitle}>
        {messages.states.noTenantText}
      </StateMessage>
    </div>
  );
}

function UnknownPage() {
  return (
    <div className={classes.state}>
      <StateMessage icon="unplugged" title={messages.states.unknownTitle} actions={<a href="/">{messages.states.toPersonas}</a>}>
        {messages.states.unknownText}
      </StateMessage>
    </div>
  );
}
