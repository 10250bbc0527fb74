import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program of the workspace on this Node, its output in our terminal, and answers its exit code
 * (1 when a signal ended it). `file` is relative to the workspace.
 */
export function runProgram(file: string, args: string[] = []): number {
  return spawnSync(process.execPath, [path.join(ROOT, file), ...args], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}
