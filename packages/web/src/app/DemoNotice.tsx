import { UnstyledButton } from '@mantine/core';
import type { Session } from '../api/use-session.ts';
import { Chip } from '../ui/Chip.tsx';
import classes from './demo-notice.module.css';
import { messages } from './messages.ts';
import { useOwnFile } from './use-own-file.ts';

/** Says beside every page of the demo that its customers are invented, and leads to one's own file with one click. */
export function DemoNotice({ session, place }: { session: Session; place: 'sidebar' | 'page' }) {
  const { start, isStarting } = useOwnFile(session.tenants.filter(({ id, role }) => id !== session.tenant?.id && role !== 'viewer'));
  if (session.tenant?.is_demo !== true) return null;
  return (
    <div className={`${classes.notice} ${classes[place]}`}>
      <Chip tone="info">{messages.demo.label}</Chip>
      <span>{messages.demo.text}</span>
      <UnstyledButton className={classes.start} disabled={isStarting} onClick={start}>
        {messages.demo.start}
      </UnstyledButton>
    </div>
  );
}
