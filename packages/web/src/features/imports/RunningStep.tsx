import { Card } from '../../ui/card/Card.tsx';
import { ProgressLine } from '../../ui/control/ProgressLine.tsx';
import { formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';
import type { Import } from './recognition.ts';
import classes from './running-step.module.css';
import { useFollow } from './use-follow.ts';
import { useImportRun } from './use-import-run.ts';

/** An import on its way into the database, or back out of it. */
export function RunningStep({ imported }: { imported: Import }) {
  const words = messages.running;
  const { run, pace } = useImportRun(imported.id, true);
  useFollow(imported, run);
  const isUndo = run?.kind === 'undo-import';
  const total = run?.total ?? null;
  const isWriting = run?.status === 'running' && total !== null && total > 0 && run.done >= total;
  return (
    <Card title={isUndo ? words.undoing : words.title} caption={imported.file_name}>
      <div className={classes.running}>
        <ProgressLine label={isUndo ? words.undoing : words.title} done={run?.done ?? 0} total={total} leftMs={pace?.leftMs ?? null} />
        <p className={classes.line}>
          {run?.status === 'queued' && words.queued}
          {isWriting && !isUndo && words.writing}
          {!isWriting && pace !== null && words.rate(formats.count(pace.rowsPerSecond))}
        </p>
        <p className={classes.text}>{isUndo ? words.undoingText : words.text}</p>
      </div>
    </Card>
  );
}
