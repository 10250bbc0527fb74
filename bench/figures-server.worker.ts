import process from 'node:process';
import { openDatabase, startFiguresServer } from '@likeness/server/bench';

/** A process that serves figures from the database of DATABASE_URL, tells its parent where, and ends with it. */
const db = await openDatabase({ url: process.env.DATABASE_URL ?? '' });
const server = await startFiguresServer(db);
process.once('disconnect', () => {
  void server.close().then(() => db.close()).then(() => process.exit(0));
});
process.send?.({ url: server.url });
