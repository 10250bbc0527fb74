import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readOrMakeSecret } from './secret-file.ts';

function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-secret-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  return folder;
}

it('makes a secret once, in a file nobody else can read, and leaves nothing beside it', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'data', 'session.secret');
  const secret = readOrMakeSecret(file);
  expect(secret).toMatch(/^[\w-]{32}$/);
  expect(readOrMakeSecret(file)).toBe(secret);
  expect(fs.readdirSync(path.dirname(file))).toEqual(['session.secret']);
  if (process.platform !== 'win32') expect(fs.statSync(file).mode & 0o777).toBe(0o600);
});

it('makes different secrets', () => {
  const folder = temporaryFolder();
  expect(readOrMakeSecret(path.join(folder, 'a'))).not.toBe(readOrMakeSecret(path.join(folder, 'b')));
});
