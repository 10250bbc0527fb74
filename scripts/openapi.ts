import { runProgram } from './run-programs.ts';

/** `npm run openapi`: writes the OpenAPI document from the operations, then the client's types from the document. */
const isWritten = runProgram('packages/contract/generate.ts') === 0 && runProgram('packages/sdk/generate.ts') === 0;
process.exit(isWritten ? 0 : 1);
