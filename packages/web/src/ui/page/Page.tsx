import { type ReactNode, useEffect } from 'react';
import { messages } from '../messages.ts';
import { PageActionsSlot } from './PageActions.tsx';
import classes from './page.module.css';

type PageProps = {
  /** Its heading and the title of the window; null while it is not known yet. */
  title: string | null;
  /** Beside the title: a count, chips. */
  aside?: ReactNode;
  /** Under the title, small. */
  subtitle?: ReactNode;
  /** In front of the title: an avatar. */
  picture?: ReactNode;
  /** At the end of the head, before what `PageActions` adds. */
  actions?: ReactNode;
  /** "As of …" and edition; at the foot of every page that shows figures. */
  asOf?: ReactNode;
  children: ReactNode;
};

/** The frame of a page: one heading, its actions, its content, and as of when the figures are. */
export function Page({ title, aside, subtitle, picture, actions, asOf, children }: PageProps) {
  useEffect(() => {
    if (title !== null) document.title = `${title} · Likeness`;
  }, [title]);
  return (
    <>
      <header className={classes.head}>
        {picture}
        <div className={classes.names}>
          <div className={classes.titleLine}>
            <h1 tabIndex={-1}>{title ?? messages.none}</h1>
            {aside}
          </div>
          {subtitle !== undefined && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        <div className={classes.actions}>
          {actions}
          <PageActionsSlot />
        </div>
      </header>
      {children}
      {asOf !== undefined && <footer className={classes.foot}>{asOf}</footer>}
    </>
  );
}
