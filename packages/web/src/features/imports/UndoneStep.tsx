import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formats } from '../../ui/formats.ts';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { messages } from './messages.ts';
import type { Import } from './recognition.ts';

/** An import that was taken back. */
export function UndoneStep({ imported }: { imported: Import }) {
  const words = messages.undone;
  const action = (
    <Button component={Link} to="/imports/new">
      {messages.done.another}
    </Button>
  );
  return (
    <StateMessage icon="undo" title={words.title} actions={action}>
      {words.text(imported.undone_at === null ? '' : formats.instant(new Date(imported.undone_at)))}
    </StateMessage>
  );
}
