import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { getConnection, subscribeToConnection } from '../features/live/connection.ts';
import { tryNow } from '../features/live/use-live-changes.ts';
import { Icon } from '../ui/Icon.tsx';
import { messages } from './messages.ts';
import classes from './connection-banner.module.css';

/** Says at the foot of the page that the server is out of reach, and that nothing is lost. Gone by itself afterwards. */
export function ConnectionBanner() {
  const connection = useSyncExternalStore(subscribeToConnection, getConnection);
  return (
    <output className={classes.place}>
      {connection !== 'open' && (
        <div className={classes.banner}>
          <Icon name="unplugged" />
          <span>{connection === 'offline' ? messages.states.offline : messages.states.unreachable}</span>
          <Button variant="default" size="xs" onClick={tryNow}>
            {messages.states.tryNow}
          </Button>
        </div>
      )}
    </output>
  );
}
