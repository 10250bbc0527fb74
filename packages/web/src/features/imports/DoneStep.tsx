import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import classes from './done-step.module.css';
import { messages } from './messages.ts';
import { PersonaFigures } from './PersonaFigures.tsx';
import type { Import } from './recognition.ts';
import { RefusedRows } from './RefusedRows.tsx';
import { RunningStep } from './RunningStep.tsx';
import { useImportRun, useStart } from './use-import-run.ts';

/** What came of an import, and the first figures of it. */
export function DoneStep({ imported }: { imported: Import }) {
  const words = messages.done;
  const mayWrite = useMay('write');
  const undo = useStart(imported.id, 'undo');
  const [isAsked, setIsAsked] = useState(false);
  const { run } = useImportRun(imported.id, false);
  if (run?.kind === 'undo-import' && (run.status === 'queued' || run.status === 'running')) return <RunningStep imported={imported} />;
  const { report, file_name } = imported;
  const stored = report?.ready ?? 0;
  return (
    <div className={classes.done}>
      <Card title={words.title(stored)}>
        <div className={classes.body}>
          <p>{words.text(toDays(report))}</p>
          {run !== undefined && run !== null && <p>{words.by(run.requested_by_name ?? messages.seen.somebody, formats.instant(new Date(run.created_at)))}</p>}
          {report !== null && report.already_there > 0 && <p>{words.there(report.already_there)}</p>}
          {report !== null && report.refused > 0 && <p>{words.refused(report.refused)}</p>}
          {report !== null && <RefusedRows importId={imported.id} report={report} />}
          <div className={classes.actions}>
            <Button component={Link} to="/responses" variant="default" leftSection={<Icon name="responses" />}>
              {words.responses}
            </Button>
            <Button component={Link} to="/imports/new" variant="default" leftSection={<Icon name="plus" />}>
              {words.another}
            </Button>
            {mayWrite && (
              <Button variant="subtle" leftSection={<Icon name="undo" />} onClick={() => setIsAsked(true)}>
                {words.undo}
              </Button>
            )}
          </div>
        </div>
      </Card>
      <PersonaFigures />
      <ConfirmDialog
        isOpen={isAsked} title={words.undoTitle} confirm={words.undoConfirm(stored)} isDangerous isBusy={undo.isPending}
        onClose={() => setIsAsked(false)} onConfirm={() => undo.mutate(undefined, { onSettled: () => setIsAsked(false) })}
      >
        {words.undoText(stored, file_name)}
      </ConfirmDialog>
    </div>
  );
}

function toDays(report: Import['report']): string {
  const { first = null, last = null } = report?.days ?? {};
  return first === null || last === null ? '' : messages.trial.days(formats.day(first), formats.day(last));
}
