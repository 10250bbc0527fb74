import { expect, it } from 'vitest';
import { testDatabase } from '../testing/index.ts';

const db = await testDatabase();

async function arriving(expression: string): Promise<unknown> {
  const { rows } = await db.app.query<{ value: unknown }>(`SELECT ${expression} AS value`);
  return rows[0]?.value;
}

it.each<[string, unknown]>([
  ['42::int8', 42],
  ['(SELECT count(*) FROM generate_series(1, 3))', 3],
  ['-9007199254740991::int8', Number.MIN_SAFE_INTEGER],
  ['NULL::int8', null],
  ['69.95::numeric(5,2)', 69.95],
  ["'NaN'::numeric", Number.NaN],
  ['0.5::float8', 0.5],
  ["'2026-03-29'::date", '2026-03-29'],
  ["'2026-03-29 02:30'::timestamp", '2026-03-29 02:30:00'],
  ["'2026-03-29 02:30+02'::timestamptz", new Date('2026-03-29T00:30:00Z')],
  ["'{1,NULL,3}'::int8[]", [1, null, 3]],
  ["'{1.5,NULL}'::numeric[]", [1.5, null]],
  ["'{2026-03-29}'::date[]", ['2026-03-29']],
  [`'{"a, b",c}'::text[]`, ['a, b', 'c']],
  [`'{"n": 12345678901234567890}'::jsonb`, { n: 12345678901234567000 }],
  ["'\\x00ff'::bytea", Buffer.from([0, 255])],
])('%s', async (expression, expected) => {
  expect(await arriving(expression)).toEqual(expected);
});

it('refuses an int8 that a number cannot hold, and the connection stays usable', async () => {
  await expect(arriving('9007199254740993::int8')).rejects.toThrow(RangeError);
  await expect(arriving("'{9007199254740993}'::int8[]")).rejects.toThrow(RangeError);
  expect(await arriving('1::int8')).toBe(1);
});

it('works in UTC whatever the server thinks, so a day begins at its midnight', async () => {
  expect(await arriving("current_setting('timezone')")).toBe('UTC');
  expect(await arriving("'2026-03-29'::date::timestamptz")).toEqual(new Date('2026-03-29T00:00:00Z'));
});
