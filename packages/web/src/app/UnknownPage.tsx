import { Link } from '@tanstack/react-router';
import { Page } from '../ui/page/Page.tsx';
import { StateMessage } from '../ui/state/StateMessage.tsx';
import { messages } from './messages.ts';

/** What an address shows that there is no page for. */
export function UnknownPage() {
  const words = messages.states;
  return (
    <Page title={words.unknownTitle}>
      <StateMessage icon="search" title={words.unknownWhy} actions={<Link to="/persona-builder">{words.toPersonas}</Link>}>
        {words.unknownText}
      </StateMessage>
    </Page>
  );
}
