import { once } from 'node:events';
import net from 'node:net';
import { zipSync, strToU8 } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct } from '../testing/test-product.ts';
import { expectClearRefusal } from './hostile-values.testing.ts';
import { importMapping, makeSurveyWorld, surveyFile, uploadOf, type SurveyWorld } from './survey-world.testing.ts';
import { fingerprintTables } from './table-contents.testing.ts';

const product = await testProduct({ jsonBytes: 3_000_000, fileBytes: 3_000_000, fileRows: 5000 });
let world: SurveyWorld;
let before: string;
beforeAll(async () => {
  world = await makeSurveyWorld(product, 'Ann');
  await product.finishRuns();
  before = await fingerprintTables(product.db);
});

const post = (url: string, body: unknown, contentType?: string) => product.send('POST', url, { cookie: world.owner.cookie, body, ...(contentType !== undefined && { contentType }) });
const nested = (depth: number): unknown => {
  let rule: unknown = { attribute: 'age', is: { atLeast: 1 } };
  for (let level = 0; level < depth; level += 1) rule = { any: [rule] };
  return rule;
};

describe('malformed rules', () => {
  const rules: [string, unknown, RegExp][] = [
    ['10,000 rules', { rules: Array.from({ length: 10_000 }, (_, index) => ({ attribute: `a${index}`, is: { in: ['x'] } })) }, /^mapping_rules\.rules/],
    ['10,000 rules in the short form', Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`a${index}`, ['x']])), /^mapping_rules/],
    ['10,000 values', { age: Array.from({ length: 20_001 }, (_, index) => `v${index}`) }, /^mapping_rules\.age/],
    ['groups 2,000 deep', { rules: [nested(2000)] }, /^mapping_rules\.rules\[0\]/],
    ['an unknown test', { rules: [{ attribute: 'age', is: { resembles: 5 } }] }, /^mapping_rules\.rules\[0\]\.is/],
    ['bounds the wrong way round', { rules: [{ attribute: 'age', is: { between: [40, 25] } }] }, /^mapping_rules\.rules\[0\]\.is\.between/],
    ['a weight of 0', { rules: [{ attribute: 'age', is: { atLeast: 1 }, weight: 0 }] }, /^mapping_rules\.rules\[0\]\.weight/],
    ['no attribute', { rules: [{ is: { atLeast: 1 } }] }, /^mapping_rules\.rules\[0\]/],
    ['a misspelt policy', { missing: 'ignored', rules: [] }, /^mapping_rules\.missing/],
    ['NUL in a value', { word: ['a\u0000'] }, /^mapping_rules\.word/],
    ['half a character in a label', { rules: [{ attribute: 'age', is: { atLeast: 1 }, label: '\ud800' }] }, /^mapping_rules\.rules\[0\]\.label/],
  ];

  it.each(rules)('%s: refused with the place, by saving and by previewing', async (what, mapping_rules, place) => {
    for (const [url, body] of [['/api/cx-personas', { name: what, mapping_rules }], ['/api/cx-personas/preview', { mapping_rules }]] as const) {
      const { code, errors = [] } = expectClearRefusal(await post(url, body), `${what} to ${url}`);
      expect(code).toBe('invalid_rules');
      expect(errors[0]?.path, JSON.stringify(errors).slice(0, 300)).toMatch(place);
      expect(errors.length).toBeLessThanOrEqual(100);
    }
    expect(await fingerprintTables(product.db)).toBe(before);
  });
});

describe('many responses at once', () => {
  const line = (response: unknown): string => JSON.stringify({ response_data: response });
  const good = Array.from({ length: 50 }, (_, index) => line({ age: index })).join('\n');
  const invalidUtf8 = Buffer.concat([Buffer.from(`${good}\n{"response_data":{"word":"`), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}}\n')]);
  const bodies: [string, string | Buffer, RegExp | null][] = [
    ['a line that is cut off', `${good}\n{"response_data":`, null],
    ['a line that is an array', `${good}\n[1]`, null],
    ['a misspelt member', `${good}\n{"response_data":{},"respondent":"x"}`, null],
    ['NUL in an answer', `${good}\n${line({ word: 'a\u0000' })}`, /^response_data\.word/],
    ['half a character in a key', `${good}\n{"response_data":{"a\\ud800":1}}`, /^response_data/],
    ['__proto__', `${good}\n{"response_data":{"__proto__":{"isAdmin":true}}}`, /^response_data/],
    ['a number beyond range', `${good}\n{"response_data":{"age":1e999}}`, /^response_data\.age/],
    ['answers 5,000 deep', `${good}\n{"response_data":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`, /^response_data\.a/],
    ['a date in the year 3000', `${good}\n{"response_data":{},"submitted_at":"3000-01-01T00:00:00Z"}`, /^submitted_at/],
    ['a date that is none', `${good}\n{"response_data":{},"submitted_at":"2026-02-30T00:00:00Z"}`, /^submitted_at/],
    ['one external id twice', `${good}\n{"response_data":{},"external_id":"a"}\n{"response_data":{},"external_id":"a"}`, /^external_id/],
    ['invalid UTF-8', invalidUtf8, null],
    ['UTF-16', Buffer.from(good, 'utf16le'), null],
  ];

  it.each(bodies)('with %s: all refused, with the line', async (what, body, place) => {
    const answer = await post(`/api/forms/${world.formId}/responses`, body, 'application/x-ndjson');
    const { code, errors = [] } = expectClearRefusal(answer, what);
    expect(code).toBe('invalid_rows');
    expect(errors[0]?.row).toBe(what === 'UTF-16' ? 1 : what === 'one external id twice' ? 52 : 51);
    if (place) expect(errors[0]?.path).toMatch(place);
    expect(await fingerprintTables(product.db)).toBe(before);
  });

  it('with no line, or one of two megabytes: refused', async () => {
    expect(expectClearRefusal(await post(`/api/forms/${world.formId}/responses`, '\n \n', 'application/x-ndjson'), 'blank').code).toBe('invalid_input');
    const long = line({ word: 'x'.repeat(2_000_000) });
    expect(expectClearRefusal(await post(`/api/forms/${world.formId}/responses`, `${good}\n${long}`, 'application/x-ndjson'), 'long').code).toBe('too_large');
    expect(await fingerprintTables(product.db)).toBe(before);
  });

  it('whose sender goes away half-way leave nothing, and the server answers the next', async () => {
    await product.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = product.app.server.address() as net.AddressInfo;
    const head = (path: string, type: string): string =>
      `POST ${path} HTTP/1.1\r\nhost: likeness.test\r\ncookie: ${world.owner.cookie}\r\ncontent-type: ${type}\r\ncontent-length: 1000000\r\n\r\n`;
    const [upload, uploadType] = uploadOf('survey.csv', surveyFile('half'));
    for (const [path, type, piece] of [
      [`/api/forms/${world.formId}/responses`, 'application/x-ndjson', good],
      [`/api/forms/${world.formId}/responses`, 'application/json', '{"response_data":{"age":'],
      ['/api/imports', uploadType, upload.subarray(0, -40)],
    ] as const) {
      const socket = net.connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.on('error', () => undefined);
      socket.write(head(path, type));
      socket.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 100));
      socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await fingerprintTables(product.db)).toBe(before);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    expect(product.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

describe('a file that is no survey', () => {
  const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': new Uint8Array(300_000_000) }, { level: 9 });
  const sheetBomb = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(300_000_000).fill(0x20),
  }, { level: 9 });
  const files: [string, string, string | Uint8Array][] = [
    ['a zip bomb', 'bomb.xlsx', bomb], ['a zip bomb in a sheet', 'bomb.xlsx', sheetBomb], ['a zip of something else', 'a.xlsx', zipSync({ 'a.txt': strToU8('hello') })],
    ['a cut workbook', 'a.xlsx', bomb.slice(0, 200)], ['a picture', 'a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], ['a PDF', 'a.csv', '%PDF-1.7\n%âãÏÓ\n'],
    ['nothing', 'a.csv', ''], ['white space', 'a.csv', ' \n\n  \n'], ['NUL bytes', 'a.csv', new Uint8Array(4096)], ['text with NUL bytes', 'a.csv', 'age,word\n1,a\u0000b\u0000\n2,b\n'.repeat(20)],
    ['a program', 'a.csv', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex')], ['a header alone', 'a.csv', 'age,word\n'], ['HTML', 'a.csv', '<!doctype html><html><body><table></table></body></html>'],
    ['JSON', 'a.csv', '{"age": 1}'],
  ];

  it.each(files)('%s is refused in words, and nothing is stored', async (what, name, content) => {
    const answer = await post('/api/imports', ...uploadOf(name, content));
    const { code, detail } = expectClearRefusal(answer, what);
    expect(code).toBe(what === 'a zip bomb' ? 'too_large' : 'file_refused');
    expect(detail.length).toBeGreaterThan(15);
    expect(await fingerprintTables(product.db)).toBe(before);
  });

  it('or too large, in another field, missing, one of two or half sent is refused', async () => {
    const [body, contentType] = uploadOf('a.csv', surveyFile('a'));
    const second = uploadOf('b.csv', surveyFile('b'))[0];
    const uploads: [string, unknown, string, string][] = [
      ['too large', uploadOf('a.csv', surveyFile('large').repeat(13_000))[0], contentType, 'too_large'],
      ['missing', '--the-boundary-of-this-test--\r\n', contentType, 'invalid_input'],
      ['half sent', body.subarray(0, body.length - 60), contentType, 'bad_request'],
      ['without a boundary', body, 'multipart/form-data', 'bad_request'],
      ['as JSON', { file: 'age\n1' }, 'application/json', 'unsupported_media_type'],
      ['as plain CSV', surveyFile('a'), 'text/csv', 'unsupported_media_type'],
    ];
    for (const [what, sent, type, code] of uploads) expect(expectClearRefusal(await post('/api/imports', sent, type), what).code, what).toBe(code);
    expect(second.length).toBeGreaterThan(0);
    expect(await fingerprintTables(product.db)).toBe(before);
  });

  it('of more rows than are taken is refused before any of them is stored', async () => {
    const upload = await post('/api/imports', ...uploadOf('a.csv', `Submitted,Age,Word\n${'2026-01-05,3,fine\n'.repeat(5001)}`));
    if (upload.statusCode !== 201) return expect(expectClearRefusal(upload, 'upload').code).toBe('too_large');
    const { id } = upload.json<{ id: number }>();
    expect(expectClearRefusal(await post(`/api/imports/${id}/check`, importMapping('Too many')), 'check').code).toBe('too_large');
    expect((await product.send('DELETE', `/api/imports/${id}`, { cookie: world.owner.cookie })).statusCode).toBe(204);
  });

  it('named to break out is stored under a plain name', async () => {
    for (const name of ['../../etc/passwd.csv', 'C:\\\\temp\\\\a.csv', "a'; DROP TABLE imports; --.csv", `${'x'.repeat(300)}.csv`]) {
      const answer = await post('/api/imports', ...uploadOf(name, surveyFile('a')));
      expect(answer.statusCode, answer.body.slice(0, 300)).toBe(201);
      const { file_name, id } = answer.json<{ file_name: string; id: number }>();
      expect(file_name).not.toMatch(/[/\\]|\.\./);
      expect((await product.send('DELETE', `/api/imports/${id}`, { cookie: world.owner.cookie })).statusCode).toBe(204);
    }
  });
});

describe('what a spreadsheet would run', () => {
  it('leaves in no file: exports, refused rows, evolution', async () => {
    const { cookie } = await product.newOwner('Cas');
    const create = async (url: string, body: unknown, contentType?: string) => (await product.send('POST', url, { cookie, body, ...(contentType !== undefined && { contentType }) })).json<{ id: number }>();
    const formulas = ['=1+1', '+x', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'];
    const { id } = await create('/api/forms', { name: 'Form' });
    await create('/api/cx-personas', { name: '=cmd|/C calc!A0', mapping_rules: { word: ['x'] } });
    await product.finishRuns();
    for (const word of formulas) await create(`/api/forms/${id}/responses`, { response_data: { word, [`${word}key`]: word }, respondent_key: word });
    const [body, contentType] = uploadOf('a.csv', `Submitted,Age,Word\n${formulas.map((word) => `not a date,x,"${word.replaceAll('"', '""')}"`).join('\n')}\n2026-01-05,3,fine\n`);
    const upload = await create('/api/imports', body, contentType);
    await create(`/api/imports/${upload.id}/check`, importMapping('Imported'));
    for (const url of [`/api/exports/responses?form_id=${id}&include_personal=true`, `/api/imports/${upload.id}/refused-rows`]) {
      const answer = await product.send('GET', url, { cookie });
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      const cells = Papa.parse<string[]>(answer.body).data.flat();
      expect(cells.filter((cell) => cell.includes('SUM') || cell.includes('HYPERLINK')).length, url).toBeGreaterThan(0);
      for (const cell of cells) expect(cell, url).not.toMatch(/^[=+@\t\r]|^-[^\d]/u);
    }
  });
});

describe('SQL in every text', () => {
  it('is kept as it is and given back as it is', async () => {
    const { cookie } = await product.newOwner('Dee');
    const evil = `'; DROP TABLE cx_personas; -- " \\ $1 %s \${x} {{y}}`;
    const create = async (url: string, body: unknown) => {
      const answer = await product.send('POST', url, { cookie, body });
      expect(answer.statusCode, answer.body).toBe(201);
      return answer.json<{ id: number }>();
    };
    const form = await create('/api/forms', { name: evil, fields: [{ key: evil, label: evil, aliases: [`${evil} 2`], missing: [evil] }] });
    const persona = await create('/api/cx-personas', { name: evil, description: evil, tags: [evil.slice(0, 60)], card: { [evil]: evil }, mapping_rules: { [evil]: [evil, 'x'] } });
    await create('/api/attributes', { name: `${evil} 3`, synonyms: { [evil]: 'x' } });
    const response = await create(`/api/forms/${form.id}/responses`, { response_data: { [evil]: evil }, respondent_key: evil, external_id: evil });
    await product.finishRuns();
    const read = async (url: string) => (await product.send('GET', url, { cookie })).json<unknown>();
    expect(await read(`/api/forms/${form.id}`)).toMatchObject({ name: evil, fields: [{ key: evil, label: evil, missing: [evil] }] });
    expect(await read(`/api/cx-personas/${persona.id}`)).toMatchObject({ name: evil, description: evil, card: { [evil]: evil }, mapping_rules: { [evil]: [evil, 'x'] } });
    expect(await read(`/api/responses/${response.id}`)).toMatchObject({ external_id: evil, response_data: { [evil]: evil } });
    expect(await read(`/api/respondents?respondent_key=${encodeURIComponent(evil)}`)).toMatchObject({ items: [{ respondent_key: evil }] });
    expect(await read(`/api/cx-personas?search=${encodeURIComponent(evil)}`)).toMatchObject({ items: [{ name: evil }] });
    expect(await read(`/api/cx-personas?search=${encodeURIComponent('%')}&limit=5`)).toMatchObject({ items: [{ name: evil }] });
  });
});
