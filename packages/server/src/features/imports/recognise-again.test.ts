import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { sheetRows, workbookParts, zipOf } from '../../survey-file/survey-fixtures.testing.ts';
import type { Caller } from '../../access/caller.ts';
import type { Import, ImportMapping } from './import.ts';
import { countRows, importWorld, listStored } from './import-world.testing.ts';

const db = await testDatabase();
const world = await importWorld(db);
const recognise = (caller: Caller, id: number, told: object) => world.edge.send<Import & { code: string }>(caller, 'POST', `/api/imports/${id}/recognise`, told);
const keysOf = ({ mapping }: Import) => mapping?.columns.map(({ use, field }) => (use === 'field' ? field?.key : use));

const TITLED = 'When,Age,Town\nsubmitted,in years,where\n2026-01-13,31,Köln\n2026-01-14,52,Łódź\n';

describe('an upload that is read anew', () => {
  it('has the columns of what a person says, keeps what was corrected, and is checked, stored and undone that way', async () => {
    const ann = await newTenant(db, { name: 'Ann' });
    const checked = await world.check(ann, 'a.csv', TITLED, (mapping) => ({
      ...mapping, form_name: 'Mine',
      columns: mapping.columns.map((column) => (column.index === 1 && column.field ? { ...column, field: { ...column.field, key: 'years', missing: ['99'] } } : column.index === 0 ? { index: 0, use: 'submitted_at' as const } : column)),
    }));
    expect(checked).toMatchObject({ status: 'checked', created_by: 'user:ann', created_by_name: 'Ann', report: { rows: 3, refused: 1 }, recognition: { header_confidence: 'likely', delimiter_confidence: 'sure', told: {} } });
    const { status, body } = await recognise(ann, checked.id, { header_rows: 2 });
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'recognised', report: null, mapping: { form_name: 'Mine' }, recognition: { header_rows: 2, row_count: 2, told: { header_rows: 2 }, header_note: { code: 'header_told', params: { rows: 2 } } } } });
    expect(keysOf(body)).toEqual(['submitted_at', 'years', expect.stringMatching(/town/)]);
    expect(body.mapping?.columns[1]?.field).toMatchObject({ key: 'years', missing: ['99'], label: 'Age: in years', type: 'number' });
    expect((await countRows(db, ann)).import_refused_rows).toBeUndefined();
    await world.edge.send(ann, 'POST', `/api/imports/${checked.id}/check`, body.mapping);
    expect((await world.run(ann, checked.id, 'start')).run.result).toMatchObject({ stored: 2, refused: 0 });
    expect((await listStored(db, ann)).map(({ data }) => data['years'])).toEqual(['31', '52']);
    expect(await recognise(ann, checked.id, {})).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    expect((await world.run(ann, checked.id, 'undo')).run.result).toMatchObject({ responses: 2, form_removed: true });
  });

  it('can be told its encoding and its delimiter, and be found out again', async () => {
    const ann = await newTenant(db);
    const { body: upload } = await world.upload(ann, 'a.csv', Buffer.from('When;Stra\u00dfe,Nr\n2026-01-13;\u00c4,1\n2026-01-14;\u00d6,2\n', 'latin1'));
    const { body: told } = await recognise(ann, upload.id, { encoding: 'macintosh', delimiter: ',' });
    expect(told.recognition).toMatchObject({ encoding: 'macintosh', encoding_confidence: 'sure', encoding_note: { code: 'as_told' }, delimiter: ',', columns: [{ header: expect.stringMatching(/^When;Stra/) }, { header: 'Nr' }] });
    const { body: again } = await recognise(ann, upload.id, { delimiter: ';' });
    expect(again.recognition).toMatchObject({ encoding: 'windows-1252', delimiter: ';', told: { delimiter: ';' }, columns: [{ header: 'When' }, { header: 'Straße,Nr' }] });
  });

  it('can be told its sheet; columns of another sheet are corrected by their names alone', async () => {
    const ann = await newTenant(db);
    const sheets = { First: sheetRows([['When', 'Age'], ['2026-01-13', '31'], ['2026-01-14', '32']]), Second: sheetRows([['Town', 'When'], ['Oslo', '2026-01-13'], ['Rome', '2026-01-14']]) };
    const checked = await world.check(ann, 'a.xlsx', zipOf(workbookParts(sheets)), (mapping): ImportMapping => ({
      ...mapping, columns: [{ index: 0, use: 'submitted_at' }, { index: 1, use: 'respondent_key' }],
    }));
    const { body } = await recognise(ann, checked.id, { sheet: 'Second' });
    expect(body.recognition).toMatchObject({ sheet: 'Second', other_sheets: ['First'], delimiter: null, remarks: [{ code: 'other_sheets', params: { sheet: 'Second' } }] });
    expect(keysOf(body)).toEqual(['town', 'submitted_at']);
  });

  it('stays as it was when it is no table that way, and tells another tenant nothing', async () => {
    const [ann, eve] = [await newTenant(db), await newTenant(db)];
    const { body: upload } = await world.upload(ann, 'a.csv', TITLED);
    expect(await recognise(ann, upload.id, { header_rows: 4 })).toMatchObject({ status: 422, body: { code: 'file_refused' } });
    expect((await world.edge.send<Import>(ann, 'GET', `/api/imports/${upload.id}`)).body.recognition).toEqual(upload.recognition);
    expect(await recognise(eve, upload.id, { header_rows: 1 })).toMatchObject({ status: 404 });
    expect(await recognise(ann, upload.id, { header_rows: 99 })).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
  });
});
