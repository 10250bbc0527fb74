import { toInitials } from '../ui/to-initials.ts';
import classes from './member-menu.module.css';
import { messages } from './messages.ts';

/** Who is signed in and where, as the menu's button shows it. */
export function MemberName({ name, tenant }: { name: string; tenant: string }) {
  return (
    <>
      <span className={classes.initials} data-initials={toInitials(name)} aria-hidden="true" />
      <span className={classes.names}>
        <b>{name}</b> <span>{tenant}</span>
      </span>
      <span className={classes.hidden}>{messages.member.open}</span>
    </>
  );
}
