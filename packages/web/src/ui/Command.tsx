import classes from './command.module.css';

/** A line to run in a terminal. Left to right in every language; long ones wrap. */
export function Command({ children }: { children: string }) {
  return (
    <pre className={classes.command} dir="ltr">
      <code>{children}</code>
    </pre>
  );
}
