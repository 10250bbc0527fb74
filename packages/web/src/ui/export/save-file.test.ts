import { expect, it } from 'vitest';
import { toFileName } from './save-file.ts';

it.each([
  [['Maya: "PM"', 'edition 3', '2026-01-31'], 'Maya PM edition 3 2026-01-31.png'],
  [['../../etc/passwd'], 'etc passwd.png'],
  [['a\u0000b\nc\u202Ed'], 'a b c d.png'],
  [['ليلى، طبيبة', '2026-01-31'], 'ليلى، طبيبة 2026-01-31.png'],
  [['', ' '], 'export.png'],
  [['😀'.repeat(200)], `${'😀'.repeat(120)}.png`],
])('%j is a file called %s', (parts, name) => {
  expect(toFileName(parts, 'png')).toBe(name);
});
