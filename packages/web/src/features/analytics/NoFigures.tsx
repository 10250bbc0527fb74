import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Persona } from '../../api/use-personas.ts';
import { useMay } from '../../api/use-session.ts';
import type { TimeRange } from '../../ui/control/time-range.ts';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { showToast } from '../../ui/toast/show-toast.ts';
import { showTrouble } from '../../ui/toast/use-undoable-mutation.ts';
import { messages } from './messages.ts';
import type { Analytics } from './use-dashboard.ts';
import { usePersonaRun } from './use-persona-run.ts';

/** Why there are no figures, and what to do: nobody answered, nobody in these days, or nothing was calculated. */
export function NoFigures({ persona, analytics, range, onShowAll }: { persona: Persona; analytics: Analytics; range: TimeRange; onShowAll: () => void }) {
  if (analytics.edition === null) return <NotCalculated persona={persona} />;
  if (range !== 'all') {
    return (
      <StateMessage icon="calendarOff" title={messages.emptyWindowTitle} actions={<Button onClick={onShowAll}>{messages.showAll}</Button>}>
        {messages.emptyWindowText}
      </StateMessage>
    );
  }
  return (
    <StateMessage icon="file" title={messages.nothingTitle} actions={<Button component={Link} to="/imports/new">{messages.importFile}</Button>}>
      {messages.nothingText}
    </StateMessage>
  );
}

function NotCalculated({ persona }: { persona: Persona }) {
  const mayWrite = useMay('write');
  const { start, isRunning } = usePersonaRun(persona.id, 'batch-calculate');
  const calculate = (): void => void start().then(() => showToast({ text: messages.calculated }), showTrouble);
  const action = (
    <Button loading={isRunning} disabled={!mayWrite} onClick={calculate}>
      {messages.calculate}
    </Button>
  );
  return (
    <StateMessage icon="sync" title={messages.notCalculatedTitle} actions={action}>
      {messages.notCalculatedText}
    </StateMessage>
  );
}
