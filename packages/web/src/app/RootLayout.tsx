import { Outlet } from '@tanstack/react-router';
import { SessionGate } from './SessionGate.tsx';
import { Shell } from './Shell.tsx';

/** What every address is shown in: the frame for whoever is signed in, else how to sign in. */
export function RootLayout() {
  return (
    <SessionGate>
      {(session) => (
        <Shell session={session}>
          <Outlet />
        </Shell>
      )}
    </SessionGate>
  );
}
