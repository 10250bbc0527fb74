import { describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { newTenant } from '../testing/new-tenant.ts';
import { copyOut, toLiteral } from './copy-out.ts';
import { readTenant } from './tenant-scope.ts';

const db = await testDatabase();
const { tenantId } = await newTenant(db);
const ending = { cancelThrough: db.owner, ended: () => new Error('ended') };

describe('copyOut', () => {
  it('hands over every byte of every row, also of rows that are larger than a piece', async () => {
    const pieces: Buffer[] = [];
    const rows = await readTenant(db, tenantId, (_trx, session) =>
      copyOut(session, `SELECT repeat(chr(97 + n % 26), CASE WHEN n = 500 THEN 3000000 ELSE n % 100 END) FROM generate_series(1, 1000) n`, (bytes, start, end) => {
        pieces.push(Buffer.from(bytes.slice(start, end)));
        return true;
      }, ending));
    expect(rows).toBe(1000);
    const copy = Buffer.concat(pieces);
    const texts: string[] = [];
    for (let at = 19; copy.readInt16BE(at) !== -1;) {
      const length = copy.readInt32BE(at + 2);
      texts.push(copy.toString('utf8', at + 6, at + 6 + length));
      at += 6 + length;
    }
    expect(texts.map((text) => text.length)).toEqual(Array.from({ length: 1000 }, (_, n) => (n + 1 === 500 ? 3_000_000 : (n + 1) % 100)));
    expect(texts[499]).toBe(String.fromCharCode(97 + (500 % 26)).repeat(3_000_000));
  });

  it('leaves the session to what comes next', async () => {
    const answers = await readTenant(db, tenantId, async (_trx, session) => {
      await copyOut(session, 'SELECT 1', () => true, ending);
      const { rows } = await session.query<{ two: number }>('SELECT 2 AS two');
      await copyOut(session, 'SELECT 3 WHERE false', () => true, ending);
      return rows;
    });
    expect(answers).toEqual([{ two: 2 }]);
  });

  it('ends in the middle when its reader says so or fails, and the connection goes on', async () => {
    // In FROM they would all be made before the first comes.
    const endless = 'SELECT generate_series(1, 1000000000)';
    await expect(readTenant(db, tenantId, (_trx, session) => copyOut(session, endless, () => false, ending))).rejects.toThrow('ended');
    const failing = (): boolean => {
      throw new Error('the reader failed');
    };
    await expect(readTenant(db, tenantId, (_trx, session) => copyOut(session, endless, failing, ending))).rejects.toThrow('the reader failed');
    expect(await readTenant(db, tenantId, (_trx, session) => copyOut(session, 'SELECT 1', () => true, ending))).toBe(1);
  });

  it('tells what the database refuses, before the rows or among them', async () => {
    await expect(readTenant(db, tenantId, (_trx, session) => copyOut(session, 'SELECT nothing', () => true, ending))).rejects.toMatchObject({ name: 'DatabaseError' });
    await expect(readTenant(db, tenantId, (_trx, session) => copyOut(session, 'SELECT 1 / (5000 - n) FROM generate_series(1, 9000) n', () => true, ending))).rejects.toMatchObject({ name: 'DatabaseError' });
    expect(await readTenant(db, tenantId, (_trx, session) => copyOut(session, 'SELECT 1', () => true, ending))).toBe(1);
  });

  it('shows rows of the tenant alone', async () => {
    const neighbour = await newTenant(db);
    const rows = await readTenant(db, neighbour.tenantId, (_trx, session) => copyOut(session, 'SELECT id FROM tenants', () => true, ending));
    expect(rows).toBe(1);
  });
});

it('toLiteral quotes', () => {
  expect(toLiteral(`it's`)).toBe(`'it''s'`);
});
