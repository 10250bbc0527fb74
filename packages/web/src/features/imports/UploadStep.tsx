import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { keyOf } from '../../api/query-keys.ts';
import { Card } from '../../ui/card/Card.tsx';
import { FileDrop } from '../../ui/control/FileDrop.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { toTrouble } from '../../ui/trouble/to-trouble.ts';
import { messages } from './messages.ts';
import { toRefusal } from './to-refusal.ts';
import { uploadFile } from './upload-file.ts';
import classes from './upload-step.module.css';

const route = getRouteApi('/imports/new');
/** The server's limits as it is delivered; it refuses what is larger in its own words. */
const LARGEST_BYTES = 512 * 1024 * 1024;
const MOST_ROWS = 2_000_000;
const MOST_COLUMNS = 5000;
const ENDINGS = ['csv', 'tsv', 'txt', 'xlsx'];

/** The first step: a file is dropped or chosen and sent. What is refused is explained with what was seen in it. */
export function UploadStep() {
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const stopper = useRef<AbortController | null>(null);
  const upload = useMutation({
    mutationFn: (file: File) => {
      setSent(0);
      stopper.current = new AbortController();
      return uploadFile(file, setSent, stopper.current.signal);
    },
    onSuccess: (imported) => {
      queries.setQueryData(keyOf('imports', imported.id), imported);
      void navigate({ search: { import: imported.id } });
    },
  });
  const name = upload.variables?.name ?? '';
  const isStopped = upload.error?.name === 'AbortError';
  return (
    <Card title={messages.upload.title} caption={messages.upload.text}>
      <FileDrop endings={ENDINGS} largestBytes={LARGEST_BYTES} isBusy={upload.isPending} onFile={(file) => upload.mutate(file)} />
      {upload.isPending && <Sending name={name} ratio={sent} onStop={() => stopper.current?.abort()} />}
      {upload.error !== null && !isStopped && <Refused name={name} error={upload.error} />}
      <p className={classes.limits}>
        {messages.upload.limits(formats.bytes(LARGEST_BYTES), formats.count(MOST_ROWS), formats.count(MOST_COLUMNS))} {messages.upload.example}
      </p>
    </Card>
  );
}

function Sending({ name, ratio, onStop }: { name: string; ratio: number; onStop: () => void }) {
  const words = messages.upload;
  const hasArrived = ratio >= 1;
  return (
    <div className={classes.sending}>
      <output>{hasArrived ? words.reading : words.sending(name)}</output>
      <progress className={classes.bar} aria-label={words.sending(name)} max={1} {...(!hasArrived && { value: ratio })} />
      <Button variant="default" size="xs" onClick={onStop}>
        {words.stop}
      </Button>
    </div>
  );
}

function Refused({ name, error }: { name: string; error: Error }) {
  const { title, kind } = toTrouble(error);
  return (
    <div className={classes.refused} role="alert">
      <Icon name="warning" />
      <div>
        <b>{kind === 'refused' ? messages.upload.refused(name) : title}</b>
        <p dir="auto">{toRefusal(error)}</p>
      </div>
    </div>
  );
}
