import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { ERRORS, type ErrorCode } from '@likeness/contract';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const deepObject = (levels: number): string => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

/** Values that somebody might send where another was meant, as the JSON text that is sent. */
export const HOSTILE_JSON: string[] = [
  'null', 'true', '0', '-1', '1.5', '1e999', '-1e999', '9007199254740993', '99999999999999999999999', '1e-400',
  '""', '" "', '"x"', '[]', '{}', '[null]', '[[]]', '[{}]', '{"":1}', '{"a":{}}',
  '"a\\u0000b"', '"\\ud800"', '"\\udc00\\ud800"', '"\\uffff\\ufeff"', '["\\u0000"]', '{"\\u0000":1}', '{"\\ud800":1}',
  '{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}', '{"toString":1,"hasOwnProperty":2,"length":-1}', '"__proto__"', '"constructor"',
  `"'; DROP TABLE cx_personas; --"`, `"' OR '1'='1"`, `"$1"`, `"\\\\'; SELECT pg_sleep(9); --"`, `"{{7*7}} \${7*7} %s %n"`, `"1); DELETE FROM form_responses; --"`,
  '"<script>alert(1)</script>"', '"=cmd|\' /C calc\'!A0"', '"../../../../etc/passwd"', '"\\r\\nset-cookie: a=b"',
  '"0000-00-00"', '"9999-12-31T23:59:59Z"', '"-271821-04-20T00:00:00Z"', '"+275760-09-13T00:00:00Z"', '"2026-02-30T00:00:00Z"', '"0001-01-01T00:00:00Z"',
  deep(5000), deepObject(5000), deep(60), deepObject(12), `"${'x'.repeat(200_001)}"`, `[${'1,'.repeat(30_000)}1]`, `["${'é'.repeat(1001)}"]`,
];

/** One place of a JSON value; empty is the value itself. */
export type JsonPlace = (string | number)[];

/** All places of a JSON value, the value itself first. */
export function placesOf(value: unknown, place: JsonPlace = []): JsonPlace[] {
  if (typeof value !== 'object' || value === null) return [place];
  const entries: [string | number, unknown][] = Array.isArray(value) ? value.map((item, index) => [index, item]) : Object.entries(value);
  return [place, ...entries.flatMap(([key, item]) => placesOf(item, [...place, key]))];
}

/** The JSON text of a value with the text of another at one place of it. */
export function withJsonAt(value: unknown, place: JsonPlace, json: string): string {
  const [key, ...rest] = place;
  if (key === undefined) return json;
  if (Array.isArray(value)) return `[${value.map((item, index) => (index === key ? withJsonAt(item, rest, json) : JSON.stringify(item))).join(',')}]`;
  return `{${Object.entries(value as object).map(([name, item]) => `${JSON.stringify(name)}:${name === key ? withJsonAt(item, rest, json) : JSON.stringify(item)}`).join(',')}}`;
}

/**
 * Holds a refusal to what every refusal must be: a 4xx of our table with its title, a sentence, a request id, and
 * nothing of what happened inside.
 */
export function expectClearRefusal(answer: LightMyRequestResponse, what: string): { code: ErrorCode; detail: string; errors?: { path: string; message: string; row?: number }[] } {
  const isRefusal = answer.statusCode >= 400 && answer.statusCode < 500;
  const type = answer.headers['content-type'];
  expect({ what, isRefusal, type, body: answer.body.slice(0, 300) }).toMatchObject({ isRefusal: true, type: 'application/problem+json' });
  const problem = answer.json<{ code: ErrorCode; status: number; detail: string; errors?: { path: string; message: string; row?: number }[] }>();
  expect({ what, ...problem }).toMatchObject({ ...ERRORS[problem.code], request_id: answer.headers['x-request-id'] });
  expect({ what, status: problem.status, detail: problem.detail }).toEqual({ what, status: answer.statusCode, detail: expect.stringMatching(/\S.*\S/u) });
  expect({ what, isShort: answer.body.length < 20_000 }).toEqual({ what, isShort: true });
  expect(answer.body).not.toMatch(/\n\s+at |node_modules|select "|insert into "|syntax error at|zod|relation "|\/packages\//iu);
  return problem;
}
