import { writeFile } from 'node:fs/promises';
import { openDatabase } from '../packages/server/src/db/database.ts';
import { SCHEMA_FILE, describeSchema } from '../packages/server/src/db/schema-file.ts';
import { startTestServer } from '../packages/server/src/testing/test-server.ts';

/** `npm run schema`: writes `db/schema.sql`, what a fresh database looks like after all migrations. */
const server = await startTestServer();
try {
  const db = await openDatabase({ url: server.templateUrl });
  await writeFile(SCHEMA_FILE, await describeSchema(db.owner));
  await db.close();
} finally {
  await server.stop();
}
