import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../api/use-session.ts';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { messages } from './messages.ts';
import type { Import } from './recognition.ts';
import { useImportRun, useStart } from './use-import-run.ts';

/** An import that did not succeed: why, and once more, as it is or with other columns. */
export function FailedStep({ imported }: { imported: Import }) {
  const words = messages.failed;
  const { run } = useImportRun(imported.id, false);
  const start = useStart(imported.id, 'start');
  const mayWrite = useMay('write');
  const [isEdited, setIsEdited] = useState(false);
  const { recognition } = imported;
  if (isEdited && recognition !== null && imported.mapping !== null) return <ColumnsStep imported={imported} recognition={recognition} proposed={imported.mapping} />;
  const actions = mayWrite && (
    <>
      <Button loading={start.isPending} onClick={() => start.mutate()}>
        {words.again}
      </Button>
      <Button variant="default" onClick={() => setIsEdited(true)}>
        {words.edit}
      </Button>
    </>
  );
  return (
    <StateMessage icon="warning" title={words.title} isError actions={actions}>
      <span dir="auto">{run?.error?.message}</span> {words.text}
    </StateMessage>
  );
}
