import fs from 'node:fs';
import { expect, it } from 'vitest';
import { openApiText } from '../generate.ts';

it('openapi.json is what the operations say now (npm run openapi writes it)', () => {
  expect(fs.readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')).toBe(openApiText());
});
