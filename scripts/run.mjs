// Every command of package.json comes through here, on whatever Node (18 or later) the machine has: it installs what is
// missing and goes on with the pinned Node.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { become, findNode, PRODUCT_FLAGS } from './pinned-node.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const likeness = path.join(root, 'packages/server/src/cli/likeness.ts');
const script = (/** @type {string} */ name) => path.join(root, 'scripts', name);

/** @type {Record<string, string[]>} */
const COMMANDS = {
  start: [...PRODUCT_FLAGS, likeness, 'serve'],
  likeness: [...PRODUCT_FLAGS, likeness],
  test: [script('test.ts')],
  check: [script('check.ts')],
  openapi: [script('openapi.ts')],
  schema: [script('schema.ts')],
  bench: [script('bench.ts')],
  'bench:page': [path.join(root, 'bench/write-performance.ts')],
  weigh: [path.join(root, 'e2e/weigh/main.ts')],
  pictures: [path.join(root, 'e2e/pictures/main.ts')],
  bundle: [script('bundle-core.ts')],
  example: [path.join(root, 'examples/score-a-visitor/build.ts')],
};

const [command = '', ...rest] = process.argv.slice(2);
const target = COMMANDS[command];
if (target === undefined) {
  console.error(`node scripts/run.mjs ${Object.keys(COMMANDS).join(' | ')}`);
  process.exit(2);
}
ensureInstalled(root);
// npm moves into the workspace; files that a user names lie where the user is.
const cwd = ['likeness', 'bench:page'].includes(command) ? (process.env.INIT_CWD ?? process.cwd()) : root;
become(findNode(root), [...target, ...rest], { cwd });
