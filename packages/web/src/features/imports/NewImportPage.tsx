import { unwrap } from '@likeness/sdk';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { Card } from '../../ui/card/Card.tsx';
import { FileDrop } from '../../ui/control/FileDrop.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { showToast } from '../../ui/toast/show-toast.ts';
import { showTrouble } from '../../ui/toast/use-undoable-mutation.ts';
import { messages } from './messages.ts';

const route = getRouteApi('/imports/new');
const LARGEST_BYTES = 512 * 1024 * 1024;

/** Brings a file to the server, which recognises it. */
export function NewImportPage() {
  const navigate = route.useNavigate();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return unwrap(await likeness.POST('/api/imports', { body: { file: file.name }, bodySerializer: () => body }));
    },
    onSuccess: (imported) => {
      showToast({ text: messages.recognised(imported.file_name) });
      void navigate({ search: { import: imported.id } });
    },
    onError: showTrouble,
  });
  return (
    <Page title={messages.newTitle}>
      <Card title={messages.newTitle} caption={messages.uploadText}>
        <FileDrop endings={['csv', 'tsv', 'xlsx']} largestBytes={LARGEST_BYTES} isBusy={upload.isPending} onFile={(file) => upload.mutate(file)} />
      </Card>
    </Page>
  );
}
