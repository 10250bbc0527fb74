import { type ReactNode, useId } from 'react';
import classes from './card.module.css';

type CardProps = {
  title: ReactNode;
  /** What is shown, of whom and over which time, in one line. */
  caption?: ReactNode;
  /** At the end of the title's line; at most two buttons. */
  actions?: ReactNode;
  /** The heading's level under the page's h1. */
  level?: 2 | 3;
  /** Without padding around the content: for tables, which have their own. */
  isFlush?: boolean;
  children: ReactNode;
};

/** A titled box. It is a region of the page that screen readers can jump to; cards do not lie in cards. */
export function Card({ title, caption, actions, level = 2, isFlush = false, children }: CardProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes.card} aria-labelledby={id}>
      <header className={classes.head}>
        <Heading id={id}>{title}</Heading>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {caption !== undefined && <p className={classes.caption}>{caption}</p>}
      <div className={isFlush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
