#!/usr/bin/env node
// The `likeness` command, from any folder and on any Node from 18 on.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../../../scripts/install.mjs';
import { become, findNode, PRODUCT_FLAGS } from '../../../scripts/pinned-node.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
ensureInstalled(root);
const program = path.join(root, 'packages/server/src/cli/likeness.ts');
become(findNode(root), [...PRODUCT_FLAGS, program, ...process.argv.slice(2)], { cwd: process.cwd() });
