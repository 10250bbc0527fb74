import os from 'node:os';
import { locateBinaries } from '@likeness/server/bench';

/** What the ratios were measured on: ratios travel between machines better than times, but not perfectly. */
export type Machine = { system: string; processors: string; memoryGb: number };

export function describeMachine(): Machine {
  const processors = os.cpus();
  return {
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processors: `${processors.length} x ${processors[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
  };
}

/** Versions of what does the work. */
export function describeVersions(): { node: string; postgresql: string } {
  return { node: process.versions.node, postgresql: locateBinaries().version };
}
