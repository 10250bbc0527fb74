// Plain JavaScript for any Node from 18 on: it chooses the Node that runs everything else.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPILED = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));

/**
 * Flags of the Node that runs the product. Nurseries of Node's own choice (up to 64 MB for each half and thread) are for machines
 * that do nothing else; with these a server with a million responses in memory stays under 600 MB.
 */
export const PRODUCT_FLAGS = ['--max-semi-space-size=16'];

/**
 * The Node that runs Likeness: the one pinned in the lockfile, else (platforms npm has none for) this one if it can run
 * TypeScript as it is. Ends the process with a message when there is neither.
 *
 * @param {string} root the folder of the workspace
 * @returns {string} path of the executable
 */
export function findNode(root) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const pinned = path.join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (fs.existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(`Likeness needs Node 22.18 or later on ${process.platform} ${process.arch}; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Runs a program on that Node as if it were this process: same terminal, signals passed on, its exit code becomes ours.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {{ cwd: string }} options
 */
export function become(node, args, { cwd }) {
  const env = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
    // Compiled code of the last time: a third of a second less at each start. Node does without where it may not write.
    // Threads that each keep a pool of freed memory keep a lot of it.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? COMPILED,
  };
  const child = spawn(node, args, { cwd, stdio: 'inherit', env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the child by itself; twice would look like impatience.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 128 + os.constants.signals[signal]));
}
