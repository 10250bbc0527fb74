import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from './run-programs.ts';

/** A file, what it imports or does, and what the wall answers (part of it), or null where the way is free. */
const CASES: [string, string, string | null][] = [
  ['packages/core/src/rules/a.ts', `import fs from 'node:fs'; fs;`, 'values'],
  ['packages/core/src/rules/b.ts', `import { x } from '@likeness/server'; x;`, 'imports nothing of ours'],
  ['packages/core/src/rules/c.ts', `import { x } from '../time/day-range.ts'; x;`, null],
  ['packages/core/src/rules/c.test.ts', `import fs from 'node:fs'; fs;`, null],
  ['packages/core/src/rules/d.ts', `export const x = process.platform;`, 'browsers and on the edge'],
  ['packages/core/src/rules/e.ts', `export const x = Buffer.from('a');`, 'use Uint8Array'],
  ['packages/core/src/rules/f.ts', `export const x = document.title;`, 'servers and on the edge'],
  ['packages/core/src/rules/g.ts', `export const x = new Function('return 1');`, 'no-new-func'],
  ['packages/core/src/rules/h.ts', `export const x = (process: { platform: string }) => process.platform;`, null],
  ['packages/contract/src/a.ts', `import { x } from '@likeness/server'; x;`, 'what crosses the wire'],
  ['packages/contract/src/b.ts', `import { z } from 'zod'; z;`, null],
  ['packages/sdk/src/a.ts', `import { x } from '@likeness/contract'; x;`, 'by openapi.json alone'],
  ['packages/web/src/app/a.ts', `import { x } from '@likeness/contract'; x;`, 'through @likeness/sdk'],
  ['packages/web/src/app/b.ts', `import { x } from '@likeness/core/src/rules/score.ts'; x;`, 'front door'],
  ['packages/web/src/app/c.ts', `import { x } from '@likeness/core'; x;`, null],
  ['packages/web/src/features/analytics/a.ts', `import { x } from '../personas/use-persona.ts'; x;`, 'do not know each other'],
  ['packages/web/src/features/analytics/b.ts', `import { x } from '../../charts/pie.ts'; x;`, null],
  ['packages/web/src/charts/a.ts', `import { x } from '../features/analytics/a.ts'; x;`, 'know no feature'],
  ['packages/server/src/jobs/a.ts', `import pg from 'pg'; pg;`, 'Only db/ speaks'],
  ['packages/server/src/db/a.ts', `import pg from 'pg'; pg;`, null],
  ['packages/server/src/db/b.ts', `import { x } from '../features/personas/persona.service.ts'; x;`, 'knows no feature'],
  ['packages/server/src/features/forms/form.service.ts', `import { x } from 'fastify'; x;`, 'ends at the routes'],
  ['packages/server/src/features/forms/a.store.ts', `import { x } from '../personas/persona.store.ts'; x;`, 'belongs to its feature'],
  ['packages/server/src/features/forms/b.service.ts', `import { x } from '../personas/persona.service.ts'; import { y } from '../personas/persona.queries.ts'; x; y;`, null],
  ['packages/server/src/features/forms/c.service.ts', `import { x } from './form.store.ts'; x;`, null],
  ['packages/server/src/features/forms/form.routes.ts', `import { x } from './form.store.ts'; x;`, 'never sees SQL'],
  ['packages/server/src/features/forms/b.routes.ts', `import { x } from './form.service.ts'; x;`, null],
  ['packages/server/src/features/forms/environment.ts', `export const x = process.env.PORT;`, 'no-process-env'],
  ['packages/server/src/config.ts', `export const x = process.env.PORT;`, null],
];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-walls-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
fs.copyFileSync(path.join(ROOT, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
for (const [file, source] of CASES) {
  fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), `${source}\n`);
}
const oxlint = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');
const report = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: folder, encoding: 'utf8' });
type Diagnostic = { filename: string; code: string; message: string; help?: string };
const { diagnostics } = JSON.parse(report.stdout) as { diagnostics: Diagnostic[] };

/** What the walls said about a file; other rules have their own opinions of such short files. */
function answersFor(file: string): string {
  const about = diagnostics.filter(({ filename, code }) => path.normalize(filename) === path.normalize(file) && /no-restricted-(imports|globals)|no-process-env|no-new-func/.test(code));
  return about.map(({ code, message, help }) => `${code} ${message} ${help ?? ''}`).join('\n');
}

describe('the walls', () => {
  it.each(CASES.filter(([, , answer]) => answer !== null))('%s: %s is refused', (file, _source, answer) => {
    expect(answersFor(file)).toContain(answer);
  });

  it.each(CASES.filter(([, , answer]) => answer === null))('%s: %s is free', (file) => {
    expect(answersFor(file)).toBe('');
  });
});
