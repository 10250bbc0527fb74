import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Persona } from '../../api/use-personas.ts';
import { useMay } from '../../api/use-session.ts';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts';
import { showToast } from '../../ui/toast/show-toast.ts';
import { toTrouble } from '../../ui/trouble/to-trouble.ts';
import { messages } from './messages.ts';
import classes from './sync-button.module.css';
import { RunFailed, usePersonaRun } from './use-persona-run.ts';

/** Brings scores and snapshots up to date at once, and says how old they are. Says "Syncing…" meanwhile, then what was done. */
export function SyncButton({ persona }: { persona: Persona }) {
  const mayWrite = useMay('write');
  const { start, isRunning, progress } = usePersonaRun(persona.id, 'sync');
  const words = messages.sync;
  const sync = (): void => void start().then(
    ({ result }) => showToast({ text: words.done(daysOf(result)) }),
    (error: unknown) => showToast({ text: words.failed(reasonOf(error)), tone: 'bad', action: { label: words.now, run: sync } }),
  );
  useShortcut('s', words.now, mayWrite && !isRunning ? sync : null);
  const [now] = useState(() => new Date());
  const at = persona.last_synced_at === null ? null : new Date(persona.last_synced_at);
  return (
    <span className={classes.sync}>
      <Button variant="default" disabled={!mayWrite || isRunning} leftSection={<Icon name="sync" />} onClick={sync} aria-describedby="synced-at">
        {isRunning ? words.syncing : words.now}
      </Button>
      <output className={classes.state}>
        {isRunning ? (
          <progress className={classes.progress} aria-label={words.progress} {...toValue(progress)} max={100} />
        ) : (
          <span id="synced-at" title={at === null ? undefined : formats.instantWithZone(at)}>
            {at === null ? words.never : words.synced(formats.age(at, now))}
          </span>
        )}
      </output>
    </span>
  );
}

function toValue(progress: { done: number; total: number | null } | null): { value?: number } {
  const { done, total } = progress ?? { done: 0, total: null };
  // One persona is done or not: a bar at nought would look stuck.
  return total === null || total < 2 ? {} : { value: (100 * done) / total };
}

function daysOf(result: Record<string, unknown> | null): number {
  const days = result?.days_written;
  return typeof days === 'number' ? days : 0;
}

function reasonOf(error: unknown): string {
  return error instanceof RunFailed ? error.message : toTrouble(error).title.replace(/\.?$/, '.');
}
