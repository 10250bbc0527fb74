import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { programPath } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './embedded-error.ts';
import { spawnAs } from './run-as.ts';
import type { RunAs } from './run-as.ts';

// Only root gets here, and only root can write here: nobody else can slip a program in.
const SYSTEM_CACHE = '/var/cache/likeness';

/**
 * Binaries that this account can execute: the installed ones, or a copy when they lie under a closed folder as `/root`.
 *
 * The copy is keyed by version and made aside and renamed, so that a crash leaves none that is half there.
 * Throws `EmbeddedError('no_binaries')` when the program does not start at all (wrong system library, say).
 */
export function makeReadable(binaries: Binaries, runAs: RunAs): Binaries {
  const first = tryStart(binaries, runAs);
  if (first === null) return binaries;
  if (runAs === null) throw unusable(binaries, first);
  const copy = { ...binaries, folder: path.join(SYSTEM_CACHE, `postgresql-${binaries.version}-${process.arch}`) };
  if (!fs.existsSync(copy.folder)) copyAside(binaries.folder, copy.folder);
  const second = tryStart(copy, runAs);
  if (second !== null) throw unusable(copy, second);
  return copy;
}

function copyAside(from: string, to: string): void {
  fs.mkdirSync(SYSTEM_CACHE, { recursive: true, mode: 0o755 });
  const aside = fs.mkdtempSync(`${to}.`);
  fs.cpSync(from, aside, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(aside, 0o755);
  try {
    fs.renameSync(aside, to);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    if (!fs.existsSync(to)) throw error;
  }
}

/** Null when the program starts; else why not. */
function tryStart(binaries: Binaries, runAs: RunAs): string | null {
  const result = spawnSync(programPath(binaries, 'postgres'), ['--version'], { ...spawnAs(runAs), encoding: 'utf8' });
  if (result.status === 0) return null;
  return result.error?.message ?? result.stderr.trim();
}

function unusable(binaries: Binaries, reason: string): EmbeddedError {
  return new EmbeddedError('no_binaries', `PostgreSQL in ${binaries.folder} does not start here: ${reason}. ` +
    'It needs glibc 2.27 or later on Linux; otherwise set DATABASE_URL to a PostgreSQL of your own');
}
