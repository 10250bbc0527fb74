import fs from 'node:fs';
import { findPackageJSON } from 'node:module';
import os from 'node:os';
import { locateBinaries } from '@likeness/server/bench';

/** What the ratios were measured on: ratios travel between machines better than times, but not perfectly. */
export type Machine = { system: string; processors: string; memoryGb: number };

/** Versions of what does the work, on both sides of the ratios. */
export type Versions = Record<'node' | 'postgresql' | 'duckdb' | 'json-logic-engine' | 'json-rules-engine' | 'sift', string>;

export function describeMachine(): Machine {
  const processors = os.cpus();
  return {
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processors: `${processors.length} x ${processors[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
  };
}

export function describeVersions(): Versions {
  return {
    node: process.versions.node,
    postgresql: locateBinaries().version,
    duckdb: installedVersion('@duckdb/node-api'),
    'json-logic-engine': installedVersion('json-logic-engine'),
    'json-rules-engine': installedVersion('json-rules-engine'),
    sift: installedVersion('sift'),
  };
}

function installedVersion(name: string): string {
  const manifest = findPackageJSON(name, import.meta.url);
  if (manifest === undefined) throw new Error(`${name} is not installed`);
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }).version;
}
