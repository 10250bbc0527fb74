import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.ts';
import { ROOT } from './run-programs.ts';

/** `npm run bundle`: writes all of core as one module without imports, for programs outside of this repository. */
const FILE = 'packages/core/dist/likeness-core.js';
const { script } = await bundle(path.join(ROOT, 'packages/core/src/index.ts'), 'module');
fs.mkdirSync(path.dirname(path.join(ROOT, FILE)), { recursive: true });
fs.writeFileSync(path.join(ROOT, FILE), script);
console.log(`${FILE}: ${Math.ceil(script.length / 1000)} kB, ${Math.ceil(gzipSync(script).length / 1000)} kB gzipped`);
