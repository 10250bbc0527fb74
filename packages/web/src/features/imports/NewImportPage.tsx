import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../api/use-session.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FailedStep } from './FailedStep.tsx';
import { ImportSteps, type Step } from './ImportSteps.tsx';
import { messages } from './messages.ts';
import type { Import } from './recognition.ts';
import { RunningStep } from './RunningStep.tsx';
import { UndoneStep } from './UndoneStep.tsx';
import { UploadStep } from './UploadStep.tsx';
import { useImport } from './use-import.ts';

const route = getRouteApi('/imports/new');

/** Brings a file in, step by step. The address names the import and the server its state, so every step survives a reload. */
export function NewImportPage() {
  const { import: id } = route.useSearch();
  const mayWrite = useMay('write');
  if (id !== undefined) return <OneImport key={id} id={id} />;
  return (
    <Wizard step="file">
      {mayWrite ? (
        <UploadStep />
      ) : (
        <StateMessage icon="lock" title={messages.newTitle}>
          {messages.mayNot}
        </StateMessage>
      )}
    </Wizard>
  );
}

function OneImport({ id }: { id: number }) {
  const query = useImport(id);
  return (
    <Wizard step={toStep(query.data)}>
      <Loaded query={query} skeleton={<SkeletonCard blockSize={420} />}>
        {(imported) => <Current imported={imported} />}
      </Loaded>
    </Wizard>
  );
}

function Current({ imported }: { imported: Import }) {
  const { recognition } = imported;
  switch (imported.status) {
    case 'importing':
      return <RunningStep imported={imported} />;
    case 'imported':
      return <DoneStep imported={imported} />;
    case 'undone':
      return <UndoneStep imported={imported} />;
    case 'failed':
      return <FailedStep imported={imported} />;
    default:
      if (recognition === null || imported.mapping === null) {
        return (
          <StateMessage icon="file" title={imported.file_name}>
            {messages.gone}
          </StateMessage>
        );
      }
      return <ColumnsStep imported={imported} recognition={recognition} proposed={imported.mapping} />;
  }
}

function toStep(imported: Import | undefined): Step {
  if (imported === undefined || imported.status === 'recognised') return 'columns';
  return imported.status === 'checked' ? 'check' : 'import';
}

function Wizard({ step, children }: { step: Step; children: ReactNode }) {
  const leave = (
    <Button component={Link} to="/imports" variant="subtle">
      {messages.leave}
    </Button>
  );
  return (
    <Page title={messages.newTitle} aside={<ImportSteps current={step} />} actions={leave}>
      {children}
    </Page>
  );
}
