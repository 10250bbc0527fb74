import { UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Session } from '../api/use-session.ts';
import classes from './member-menu.module.css';
import { MemberName } from './MemberName.tsx';

const MemberMenu = lazy(() => import('./MemberMenu.tsx').then(({ MemberMenu: part }) => ({ default: part })));

/** The member menu's button; the menu itself is loaded when it is first opened, so that the first page does not carry it. */
export function MemberButton({ session }: { session: Session }) {
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <UnstyledButton className={classes.who} aria-haspopup="menu" onClick={() => setIsWanted(true)}>
      <MemberName name={session.user?.name ?? ''} tenant={session.tenant?.name ?? ''} />
    </UnstyledButton>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <MemberMenu session={session} />
    </Suspense>
  );
}
