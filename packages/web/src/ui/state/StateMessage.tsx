import type { ReactNode } from 'react';
import { Icon, type IconName } from '../Icon.tsx';
import classes from './state-message.module.css';

type StateMessageProps = {
  icon: IconName;
  title: string;
  /** What happened and what to do next, in a sentence or two. */
  children: ReactNode;
  /** At most two. */
  actions?: ReactNode;
  isError?: boolean;
};

/** What stands in the place of something that is not there: empty, or not loaded. */
export function StateMessage({ icon, title, children, actions, isError = false }: StateMessageProps) {
  return (
    <section className={`${classes.message} ${isError ? classes.error : ''}`} role={isError ? 'alert' : undefined}>
      <span className={classes.icon}>
        <Icon name={icon} size={20} />
      </span>
      <h2>{title}</h2>
      <div className={classes.text}>{children}</div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </section>
  );
}
