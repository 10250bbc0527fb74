import fs from 'node:fs';
import { expect, it } from 'vitest';
import { apiTypesText } from '../generate.ts';

it('the SDK types are generated from the document as it is (npm run openapi writes them)', async () => {
  expect(fs.readFileSync(new URL('./generated/api-types.ts', import.meta.url), 'utf8')).toBe(await apiTypesText());
}, 60_000);
