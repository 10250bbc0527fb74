import { useEffect, useRef, useState } from 'react';
import { showToast } from '../toast/show-toast.ts';
import { showTrouble } from '../toast/use-undoable-mutation.ts';
import { messages } from './messages.ts';
import { BrokenOffError } from './receive-file.ts';

/** Makes a file and hands it over; says the name of it. `onBytes` may tell how far it is. */
export type ExportWork = (signal: AbortSignal, onBytes: (bytes: number) => void) => Promise<string>;

export type Exporting = {
  /** Bytes so far while a file is made, null when none is. */
  bytes: number | null;
  run(work: ExportWork): void;
  stop(): void;
};

/** One export at a time: how far it is, that it is done, or why it is not. Leaving the page stops it. */
export function useExport(): Exporting {
  const [bytes, setBytes] = useState<number | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const run = (work: ExportWork): void => {
    if (controller.current !== null) return;
    const mine = new AbortController();
    controller.current = mine;
    setBytes(0);
    void work(mine.signal, setBytes)
      .then((name) => showToast({ text: messages.done(name) }))
      .catch((error: unknown) => {
        if (mine.signal.aborted) return;
        if (error instanceof BrokenOffError) showToast({ text: messages.brokenOff, tone: 'bad' });
        else showTrouble(error);
      })
      .finally(() => {
        controller.current = null;
        setBytes(null);
      });
  };
  return { bytes, run, stop: () => controller.current?.abort() };
}
