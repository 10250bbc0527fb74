/** What the benchmarks use of the server, apart from the test suite, whose doors load the test runner. */
export { newApiKeyToken } from '../access/api-key-token.ts';
export { hashToken } from '../access/secret-token.ts';
export { copyLines } from '../db/copy-lines.ts';
export { openDatabase } from '../db/database.ts';
export type { Database } from '../db/database.ts';
export { locateBinaries } from '../db/embedded/binaries.ts';
export { startEmbedded } from '../db/embedded/embedded-server.ts';
export { migrate } from '../db/migrate.ts';
export { withTenant } from '../db/tenant-scope.ts';
export { DEMO_FORMS } from '../features/demo/demo-forms.ts';
export { DEMO_PERSONAS } from '../features/demo/demo-personas.ts';
export { generateDemoResponses } from '../features/demo/generate-demo-responses.ts';
export { keysOf, rememberKeys } from '../features/responses/form-keys.service.ts';
export { insertResponses } from '../features/responses/response.store.ts';
export { calculateScores } from '../features/scoring/calculate-scores.ts';
