import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const COMMAND = fileURLToPath(new URL('./likeness.mjs', import.meta.url));
const PINNED_NODE = new URL('../../../scripts/pinned-node.mjs', import.meta.url).href;

function temporaryFile(name: string, text: string): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'likeness command ')));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  fs.writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}

describe('likeness', () => {
  it('runs from any folder, and passes words and exit code on', () => {
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'no-such-command'], { cwd: os.tmpdir(), encoding: 'utf8' });
    expect(stderr).toContain('no command "no-such-command"');
    expect(status).toBe(2);
  });
});

describe('become', () => {
  const start = (program: string, cwd: string) => {
    const launcher = temporaryFile('launcher.mjs', `import { become } from ${JSON.stringify(PINNED_NODE)}; become(process.execPath, [${JSON.stringify(program)}], { cwd: ${JSON.stringify(cwd)} });`);
    return spawn(process.execPath, [launcher], { stdio: ['ignore', 'pipe', 'inherit'] });
  };

  it('passes a signal on, waits for the work to end, and takes over the exit code', async () => {
    const program = temporaryFile('program.mjs', `process.on('SIGTERM', () => setTimeout(() => { console.log('put away'); process.exit(7); }, 100)); setInterval(() => {}, 1000); console.log(process.cwd());`);
    const child = start(program, path.dirname(program));
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([7, null]);
    expect(output).toBe(`${path.dirname(program)}\nput away\n`);
  });

  it('says by its exit code which signal ended the work', async () => {
    const program = temporaryFile('program.mjs', `process.kill(process.pid, 'SIGKILL');`);
    expect(await once(start(program, path.dirname(program)), 'close')).toEqual([137, null]);
  });
});
