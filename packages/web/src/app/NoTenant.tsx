import { Button } from '@mantine/core';
import { Page } from '../ui/page/Page.tsx';
import { StateMessage } from '../ui/state/StateMessage.tsx';
import { messages } from './messages.ts';
import { useOwnFile } from './use-own-file.ts';

/** For somebody who is a member of nothing: what to do next. */
export function NoTenant() {
  const { start, isStarting } = useOwnFile([]);
  const action = (
    <Button loading={isStarting} onClick={start}>
      {messages.demo.start}
    </Button>
  );
  return (
    <Page title={messages.states.welcome}>
      <StateMessage icon="people" title={messages.states.noTenantTitle} actions={action}>
        {messages.states.noTenantText}
      </StateMessage>
    </Page>
  );
}
