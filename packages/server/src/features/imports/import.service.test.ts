import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { sheetRows, workbookParts, zipOf } from '../../survey-file/survey-fixtures.testing.ts';
import type { Import, ImportMapping } from './import.ts';
import { countRows, importWorld, NOW } from './import-world.testing.ts';

const db = await testDatabase();
const world = await importWorld(db, { fileBytes: 200_000, fileRows: 500 });

const SURVEY = 'Timestamp,Customer ID,Response ID,How old are you?,"How likely are you to recommend us? 0-10",Your email,Notes\n'
  + '12/31/2025 23:30:00,c-1,r-1,31,9,ann@example.com,\n'
  + '1/13/2026 9:00:00,c-2,r-2,52,4,tom@example.com,\n'
  + '1/14/2026 9:00:00,c-1,r-3,32,10,ann@example.com,\n';

const useOf = (mapping: ImportMapping | null, index: number) => mapping?.columns.find((column) => column.index === index);

describe('an upload', () => {
  it('is recognised, kept, and proposed a mapping', async () => {
    const ann = await newTenant(db);
    const { status, body } = await world.upload(ann, '../../Customer survey.csv', SURVEY);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'recognised', file_name: 'Customer survey.csv', byte_count: SURVEY.length, form_id: null, report: null, created_at: NOW,
      recognition: { format: 'csv', encoding: 'utf-8', delimiter: ',', header_rows: 1, row_count: 3, columns: expect.objectContaining({ length: 7 }) },
      mapping: { form_name: 'Customer survey' },
    });
    expect(useOf(body.mapping, 0)).toEqual({ index: 0, use: 'submitted_at', date_order: 'mdy' });
    expect(useOf(body.mapping, 1)).toEqual({ index: 1, use: 'respondent_key' });
    expect(useOf(body.mapping, 2)).toEqual({ index: 2, use: 'external_id' });
    expect(useOf(body.mapping, 4)?.field).toMatchObject({ attribute: 'nps_score', role: 'metric', type: 'number' });
    expect(useOf(body.mapping, 5)?.field).toMatchObject({ is_personal: true });
    expect(useOf(body.mapping, 6)?.use).toBe('ignore');
    expect(await countRows(db, ann)).toEqual({ imports: 1, import_chunks: 1 });
  });

  it('is kept in pieces of a megabyte, byte for byte', async () => {
    const ann = await newTenant(db);
    const big = await importWorld(db);
    const content = `a,b\n${'some longer answer,2\n'.repeat(150_000)}`;
    const { body } = await big.upload(ann, 'big.csv', content);
    expect(body.byte_count).toBe(content.length);
    const { rows } = await db.owner.query<{ bytes: Buffer }>('SELECT bytes FROM import_chunks WHERE import_id = $1 ORDER BY position', [body.id]);
    expect(rows.map((row) => row.bytes.length)).toEqual([1_048_576, 1_048_576, 1_048_576, content.length - 3 * 1_048_576]);
    expect(Buffer.concat(rows.map((row) => row.bytes)).equals(Buffer.from(content))).toBe(true);
  });

  const bomb = zipOf({ ...workbookParts({ Sheet1: sheetRows([['a', 'b'], ['1', '2']]) }), 'xl/sharedStrings.xml': Buffer.alloc(300_000_000, ' ') });
  it.each([
    ['an image', 'photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 422, 'file_refused', /picture \(PNG\)/],
    ['an empty file', 'empty.csv', '', 422, 'file_refused', /empty/],
    ['a file of headers', 'headers.csv', 'a,b\n', 422, 'file_refused', /no answers under them/],
    ['a file past the limit', 'large.csv', `a,b\n${'1,2\n'.repeat(60_000)}`, 413, 'too_large', /larger than the limit of 0.2 MB/],
    ['a workbook that inflates without end', 'bomb.xlsx', bomb, 413, 'too_large', /workbook/i],
  ])('that is %s is refused in words and leaves nothing', async (_, name, content, status, code, detail) => {
    const ann = await newTenant(db);
    expect(Buffer.byteLength(content)).toBeLessThan(400_000);
    const unlimited = name === 'bomb.xlsx' ? await importWorld(db) : world;
    const answer = await unlimited.upload(ann, name, content);
    expect(answer).toMatchObject({ status, body: { code, detail: expect.stringMatching(detail) } });
    expect(await countRows(db, ann)).toEqual({});
  });

  it('without a file, or as another kind of body, is refused', async () => {
    const ann = await newTenant(db);
    const empty = await world.edge.send(ann, 'POST', '/api/imports', Buffer.from('--x--\r\n'), { 'content-type': 'multipart/form-data; boundary=x' });
    expect(empty).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
    expect(await world.edge.send(ann, 'POST', '/api/imports', { file: 'x' })).toMatchObject({ status: 415 });
  });
});

describe('a check', () => {
  it('says what would happen, and stores nothing of it', async () => {
    const ann = await newTenant(db, { timeZone: 'Asia/Tokyo' });
    const broken = `${SURVEY}13/45/2026 9:02,c-4,r-4,20,8,x@example.com,\n1/15/2026 9:00:00,c-5,r-1,20,8,x@example.com,\n,c-6,r-6,20,8,x@example.com,\n1/16/2026,c-7\n`;
    const checked = await world.check(ann, 'survey.csv', broken, () => ({
      form_name: 'Survey',
      columns: [{ index: 0, use: 'submitted_at', date_order: 'mdy' }, { index: 1, use: 'respondent_key' }, { index: 2, use: 'external_id' }],
    }));
    expect(checked).toMatchObject({ status: 'checked', form_id: null });
    expect(checked.report).toEqual({
      rows: 7, ready: 3, already_there: 1, refused: 3,
      refused_sample: [
        { row_number: 4, field: 'Timestamp', code: 'not_a_date', reason: '"13/45/2026 9:02" is not a date. Month / day / year is expected.', note: { code: 'not_a_date', params: { text: '"13/45/2026 9:02"', order: 'mdy' } } },
        { row_number: 6, field: 'Timestamp', code: 'no_date', reason: 'It is not known when this was submitted. Fill in the date, or give one for all rows without.', note: { code: 'no_date', params: {} } },
        { row_number: 7, field: null, code: 'too_few_fields', reason: '2 of 7 fields. A line break inside quotes may be cut off.', note: { code: 'too_few_fields', params: { width: 2, columns: 7 } } },
      ],
      days: { first: '2025-12-31', last: '2026-01-14' },
    });
    expect(await countRows(db, ann)).toEqual({ imports: 1, import_chunks: 1, import_refused_rows: 3 });
  });

  it('takes columns that were not mentioned as proposed, and shows it', async () => {
    const ann = await newTenant(db);
    const checked = await world.check(ann, 'survey.csv', SURVEY, () => ({ form_name: 'Mine', columns: [{ index: 3, use: 'ignore' }] }));
    expect(checked.mapping?.columns.map(({ use }) => use)).toEqual(['submitted_at', 'respondent_key', 'external_id', 'ignore', 'field', 'field', 'ignore']);
  });

  it('refuses a mapping that does not fit, naming the places', async () => {
    const ann = await newTenant(db);
    const { body } = await world.upload(ann, 'survey.csv', SURVEY);
    const check = async (mapping: object) => {
      const answer = await world.edge.send<{ errors: { path: string }[] }>(ann, 'POST', `/api/imports/${body.id}/check`, mapping);
      return [answer.status, ...answer.body.errors.map(({ path }) => path)];
    };
    const columns = [{ index: 9, use: 'ignore' }, { index: 1, use: 'ignore' }, { index: 1, use: 'ignore' }, { index: 3, use: 'field' }, { index: 4, use: 'external_id' }, { index: 5, use: 'external_id' }];
    expect(await check({ form_name: 'x', columns })).toEqual([422, 'columns[0].index', 'columns[2].index', 'columns[3].field', 'columns[5].use']);
    expect(await check({ columns: [] })).toEqual([422, 'form_name']);
    expect(await check({ form_id: 999_999, columns: [] })).toEqual([422, 'form_id']);
    expect(await check({ form_name: 'x', columns: [{ index: 3, use: 'field', field: { key: 'age', aliases: ['Notes'] } }, { index: 6, use: 'field', field: { key: 'notes' } }] })).toEqual([422, 'columns[6].field.key']);
  });

  it('stops at the limit of rows', async () => {
    const ann = await newTenant(db);
    const { body } = await world.upload(ann, 'long.csv', `a,b\n${'1,2\n'.repeat(501)}`);
    expect(await world.edge.send(ann, 'POST', `/api/imports/${body.id}/check`, body.mapping)).toMatchObject({ status: 413, body: { code: 'too_large' } });
    expect((await world.edge.send<Import>(ann, 'GET', `/api/imports/${body.id}`)).body).toMatchObject({ status: 'recognised', report: null });
  });
});

describe('imports', () => {
  it('are listed newest first, without what is long', async () => {
    const ann = await newTenant(db);
    const ids: number[] = [];
    for (const name of ['a.csv', 'b.csv', 'c.csv']) ids.unshift((await world.upload(ann, name, SURVEY)).body.id);
    const first = await world.edge.send<{ items: Import[]; next_cursor: string }>(ann, 'GET', '/api/imports?limit=2');
    expect(first.body.items.map(({ id, recognition }) => [id, recognition])).toEqual([[ids[0], null], [ids[1], null]]);
    const second = await world.edge.send(ann, 'GET', `/api/imports?limit=2&cursor=${first.body.next_cursor}`);
    expect(second.body).toMatchObject({ items: [{ id: ids[2] }], next_cursor: null });
  });

  it('can be thrown away with their file while they stored nothing', async () => {
    const ann = await newTenant(db);
    const { body } = await world.upload(ann, 'a.csv', SURVEY);
    expect(await world.edge.send(ann, 'DELETE', `/api/imports/${body.id}`)).toMatchObject({ status: 204 });
    expect(await countRows(db, ann)).toEqual({});
    expect(await world.edge.send(ann, 'GET', `/api/imports/${body.id}`)).toMatchObject({ status: 404 });
  });

  it('cannot be started before they are checked, nor taken back before they are stored', async () => {
    const ann = await newTenant(db);
    const { body } = await world.upload(ann, 'a.csv', SURVEY);
    for (const what of ['start', 'undo']) {
      expect(await world.edge.send(ann, 'POST', `/api/imports/${body.id}/${what}`)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    }
  });

  it('of another tenant are like imports that do not exist', async () => {
    const [ann, eve] = [await newTenant(db), await newTenant(db)];
    const theirs = await world.check(eve, 'a.csv', SURVEY);
    const calls = [['GET', ''], ['POST', '/check'], ['POST', '/start'], ['POST', '/undo'], ['DELETE', ''], ['GET', '/refused-rows']] as const;
    for (const [method, path] of calls) {
      const body = path === '/check' ? { form_name: 'x', columns: [] } : undefined;
      expect(await world.edge.send(ann, method, `/api/imports/${theirs.id}${path}`, body)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect((await world.edge.send(ann, 'GET', '/api/imports')).body).toMatchObject({ items: [] });
  });
});

describe('the file of refused rows', () => {
  it('holds the reasons and the cells, and nothing a spreadsheet would run', async () => {
    const ann = await newTenant(db);
    const nasty = Buffer.concat([
      Buffer.from('Timestamp,Name,Notes\n1/13/2026,Zoë Élodie Müller,crème brûlée\n'),
      Buffer.from('soon,"=HYPERLINK(""http://evil.example"",""x"")","@SUM(1)"\n'),
      Buffer.from('1/14/2026,a\0b,x\n1/14/2026,'), Buffer.of(0xff), Buffer.from(',x\n'),
    ]);
    const { id } = await world.check(ann, 'survey.csv', nasty, (mapping) => ({ ...mapping, columns: [{ index: 0, use: 'submitted_at', date_order: 'mdy' }] }));
    const { headers, body } = await world.edge.send<string>(ann, 'GET', `/api/imports/${id}/refused-rows`);
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="import-${id}-refused-rows.csv"` });
    expect(body.split('\r\n')).toEqual([
      'row,field,reason,Timestamp,Name,Notes',
      `2,Timestamp,"""soon"" is not a date. Month / day / year is expected.",soon,"'=HYPERLINK(""http://evil.example"",""x"")",'@SUM(1)`,
      '3,,"A cell holds a NUL byte, which is no text.",1/14/2026,a\uFFFDb,x',
      '4,,A cell holds bytes that are no text in the encoding of the file.,1/14/2026,\uFFFD,x',
      '',
    ]);
  });
});
