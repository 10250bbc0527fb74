import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnalysisJson } from '../analysis/to-analysis-json.ts';
import { runLikeness } from './likeness.ts';

const SURVEY = 'age,plan\n30,pro\n17,free\n45,pro\n,pro\n';
const PERSONAS = { personas: [{ name: 'Adult, pro', mapping_rules: { age: { min: 18 }, plan: ['Pro'] } }] };

describe('likeness analyze', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'analyze-'));
    writeFileSync(join(cwd, 'survey.csv'), SURVEY);
    writeFileSync(join(cwd, 'personas.json'), JSON.stringify(PERSONAS));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  async function run(args: string[], options: { input?: string; signal?: AbortSignal } = {}) {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const code = await runLikeness(['analyze', ...args], { out, err, in: Readable.from([Buffer.from(options.input ?? '')]), cwd, signal: options.signal ?? new AbortController().signal });
    out.end();
    err.end();
    return { code, out: await text(out), err: await text(err) };
  }
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');

  it('prints a report', async () => {
    const { code, out } = await run(['survey.csv', '--personas', 'personas.json']);
    expect(code).toBe(0);
    expect(out).toMatch(/^survey\.csv: 4 responses, 1 persona\n/);
    expect(out).toContain('strong 2  moderate 1  weak 1  mean score 62.50  evidence 87.5 %');
    expect(out).not.toContain('\u001b');
  });

  it('prints JSON in place of the report, wherever --json stands', async () => {
    for (const args of [['survey.csv', '--personas', 'personas.json', '--json'], ['--json', 'survey.csv', '--personas', 'personas.json']]) {
      const { out } = await run(args);
      expect((JSON.parse(out) as AnalysisJson).personas[0]).toMatchObject({ score_histogram: { '0.00': 1, '50.00': 1, '100.00': 2 }, coverage: { count: 3, percentage: 75 } });
    }
  });

  it.each([[['--json', 'out.json']], [['--json=out.json']]])('writes JSON, the page and every score into files: %j', async (json) => {
    const { code, out } = await run(['survey.csv', '--personas', 'personas.json', ...json, '--html', 'out.html', '--rows', 'rows.csv']);
    expect(code).toBe(0);
    expect(out).toMatch(/^survey\.csv: 4 responses/);
    expect((JSON.parse(read('out.json')) as AnalysisJson).uncovered).toBe(1);
    expect(read('out.html')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(read('rows.csv')).toBe('row,"Adult, pro"\r\n1,100.00\r\n2,0.00\r\n3,100.00\r\n4,50.00\r\n');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('leaves the scores of a row that cannot be read empty, so that rows keep their numbers', async () => {
    const { out } = await run(['-', '--personas', 'personas.json', '--rows', 'rows.csv'], { input: 'age,plan\n30,pro\n31\n32,pro\n' });
    expect(out).toContain('standard input: 2 responses');
    expect(out).toContain('1 row could not be read and is left out, the first on line 3');
    expect(read('rows.csv')).toBe('row,"Adult, pro"\r\n1,100.00\r\n2,\r\n3,100.00\r\n');
  });

  it.each([
    [['--personas', 'personas.json'], 2, /Which survey\?/],
    [['survey.csv'], 2, /Which personas\?/],
    [['survey.csv', 'other.csv', '--personas', 'personas.json'], 2, /One survey at a time, not also "other\.csv"/],
    [['survey.csv', '--persona', 'personas.json'], 2, /--persona/],
    [['none.csv', '--personas', 'personas.json'], 1, /There is no file "none\.csv"\.\n$/],
    [['survey.csv', '--personas', 'none.json'], 1, /There is no personas file "none\.json"/],
    [['survey.csv', '--personas', 'survey.csv'], 1, /survey\.csv cannot be used:\n {2}The personas file is no JSON/],
    [['survey.csv', '--personas', 'personas.json', '--rows', 'no/such/folder.csv'], 1, /no\/such\/folder\.csv cannot be written: ENOENT/],
  ])('refuses %j', async (args, exitCode, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: exitCode, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n {4}at /);
  });

  it('names the file and the place of a wrong rule', async () => {
    writeFileSync(join(cwd, 'personas.json'), JSON.stringify({ personas: [{ name: 'A', mapping_rules: { rules: [{ attribute: 'age', is: { between: [9, 1] } }] } }] }));
    const { code, err } = await run(['survey.csv', '--personas', 'personas.json']);
    expect(code).toBe(1);
    expect(err).toMatch(/^likeness analyze: personas\.json cannot be used:\n {2}personas\[0\]\.mapping_rules\.rules\[0\]\.is\.between/);
  });

  it('leaves an older file as it was when it is stopped', async () => {
    writeFileSync(join(cwd, 'survey.csv'), `age,plan\n${'30,pro\n'.repeat(3000)}`);
    writeFileSync(join(cwd, 'rows.csv'), 'older');
    const { code, err } = await run(['survey.csv', '--personas', 'personas.json', '--rows', 'rows.csv'], { signal: AbortSignal.abort() });
    expect({ code, err }).toEqual({ code: 130, err: 'likeness analyze: Stopped; nothing was written.\n' });
    expect(read('rows.csv')).toBe('older');
    expect(existsSync(join(cwd, 'rows.csv.part'))).toBe(false);
  });
});
