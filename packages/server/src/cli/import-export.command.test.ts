import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemCaller } from '../access/caller.ts';
import { openDatabase } from '../db/database.ts';
import { emptyDatabaseUrl } from '../testing/index.ts';
import { newTenant } from '../testing/new-tenant.ts';
import { withCommandServices } from './command-services.ts';
import { runLikeness } from './likeness.ts';

/** Forty rows, a day each, of which the third cannot be dated. Every second person is in their thirties. */
const SURVEY = `Timestamp,Customer ID,Response ID,How old are you?,Plan\n${Array.from({ length: 40 }, (_, index) => {
  const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
  return `${index === 2 ? 'someday' : day},c-${index % 30},r-${index},${index % 2 ? 31 : 52},${index === 38 ? '=free' : 'pro'}\n`;
}).join('')}`;

describe('likeness import and export', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'likeness-cli-'));
  const streams = () => ({ out: new PassThrough(), err: new PassThrough(), in: Readable.from([]), cwd, signal: new AbortController().signal });
  const before = process.env['DATABASE_URL'];

  async function run(...args: string[]) {
    const context = streams();
    const [out, err] = [text(context.out), text(context.err)];
    const code = await runLikeness(args, context);
    context.out.end();
    context.err.end();
    return { code, out: await out, err: await err };
  }

  beforeAll(async () => {
    process.env['DATABASE_URL'] = await emptyDatabaseUrl();
    writeFileSync(join(cwd, 'survey.csv'), SURVEY);
  });
  afterAll(() => {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
    rmSync(cwd, { recursive: true });
  });

  it('needs a tenant, and says so', async () => {
    const { code, err } = await run('import', 'survey.csv');
    expect(code).toBe(1);
    expect(err).toContain('likeness import: There is no tenant yet. Start the server once: likeness serve');
  });

  it('checks without storing, imports once, and gives everything back', async () => {
    const db = await openDatabase({ url: process.env['DATABASE_URL'] ?? '' });
    const { tenantId } = await newTenant(db);
    await db.close();
    await withCommandServices(streams(), ({ services }) =>
      services.personas.create(systemCaller(tenantId), { name: 'Thirties', description: '', status: 'active', tags: [], card: {}, sync_config: { auto_sync: true, sync_frequency: 'daily' }, mapping_rules: { 'How old are you?': { min: 30, max: 39 } } }));

    const checked = await run('import', 'survey.csv', '--form', 'January', '--check');
    expect(checked).toMatchObject({ code: 0, out: expect.stringMatching(/^39 of 40 rows would be imported \(5 columns, submitted 2026-01-01 to 2026-02-09\); 0 are there already, 1 are refused\.\n$/) });
    expect(checked.err).toMatch(/Row 3 .*"someday" is not a date/);
    expect((await run('export', 'responses', '--form', 'January')).err).toContain('There is no form "January".');

    expect(await run('import', 'survey.csv', '--form', 'January')).toMatchObject({ code: 0, out: expect.stringMatching(/^39 of 40 rows are ready[^\n]*\nImported as import \d+\./) });
    const again = await run('import', 'survey.csv', '--form', 'january');
    expect(again).toMatchObject({ code: 1, out: expect.stringContaining('39 are there already'), err: expect.stringContaining('No row is left to import; nothing was stored.') });

    const responses = await run('export', 'responses', '--form', 'January', '--from', '2026-02-08');
    const [head, ...lines] = responses.out.trimEnd().split('\r\n');
    expect(head).toMatch(/^response_id,submitted_at,respondent_key,.*plan,Thirties$/);
    expect(lines.map((line) => line.replace(/^\d+,/u, ''))).toEqual([
      expect.stringMatching(/^2026-02-08T00:00:00\.000Z,c-8,52,'=free,0\.00$/),
      expect.stringMatching(/^2026-02-09T00:00:00\.000Z,c-9,31,pro,100\.00$/),
    ]);

    expect(await run('export', 'evolution', '--persona', 'thirties')).toMatchObject({ code: 0, out: expect.stringMatching(/^snapshot_date,.*\r\n2026-01-01,/) });
    expect(await run('export', 'personas', '--out', 'personas.json')).toEqual({ code: 0, out: '', err: expect.any(String) });
    expect(JSON.parse(readFileSync(join(cwd, 'personas.json'), 'utf8'))).toMatchObject({ personas: [{ name: 'Thirties' }] });
    expect((await run('analyze', 'survey.csv', '--personas', 'personas.json')).out).toContain('strong 20  moderate 0  weak 20');
  }, 60_000);

  it.each([
    [['import'], 2, /Name one CSV/],
    [['import', 'none.csv'], 1, /There is no file "none\.csv"/],
    [['import', 'survey.csv', '--mapping', 'survey.csv'], 1, /The mapping "survey\.csv" cannot be read as JSON/],
    [['import', 'survey.csv', '--tenant', '9'], 2, /There is no tenant "9"\. The tenants are \d+\./],
    [['export'], 2, /Say what to export/],
    [['export', 'everything'], 2, /"everything" is none of/],
    [['export', 'responses'], 2, /Responses of which form\?/],
    [['export', 'responses', '--form', 'January', '--from', 'June'], 1, /startDate: "June" is no day/],
    [['export', 'evolution', '--persona', 'Nobody'], 1, /There is no persona "Nobody"/],
  ])('refuses %j', async (args, exitCode, message) => {
    const { code, err } = await run(...args);
    expect(err).toMatch(message);
    expect(code).toBe(exitCode);
  });
});
