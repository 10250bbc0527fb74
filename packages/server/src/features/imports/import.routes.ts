import { Readable } from 'node:stream';
import { operations } from '@likeness/contract';
import type { FastifyRequest } from 'fastify';
import { Failure } from '../../failures/failure.ts';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { ImportService } from './import.service.ts';
import type { ArrivingFile } from './upload-import.ts';

/** Survey files in, step by step: upload, check, start; undo takes it all back. */
export function importRoutes(imports: ImportService): BoundOperation[] {
  return [
    bind(operations.uploadImport, async ({ caller, request }) => ({ status: 201, body: await imports.upload(caller, await takeFile(request)) })),
    bind(operations.listImports, async ({ caller, query }) => ({ status: 200, body: await imports.list(caller, query) })),
    bind(operations.getImport, async ({ caller, params }) => ({ status: 200, body: await imports.get(caller, params.id) })),
    bind(operations.recogniseImport, async ({ caller, params, body }) => ({ status: 200, body: await imports.recognise(caller, params.id, body) })),
    bind(operations.checkImport, async ({ caller, params, body }) => ({ status: 200, body: await imports.check(caller, params.id, body) })),
    bind(operations.startImport, async ({ caller, params }) => ({ status: 202, body: await imports.start(caller, params.id) })),
    bind(operations.undoImport, async ({ caller, params }) => ({ status: 202, body: await imports.undo(caller, params.id) })),
    bind(operations.deleteImport, async ({ caller, params }) => {
      await imports.delete(caller, params.id);
      return { status: 204 };
    }),
    bind(operations.downloadRefusedRows, async ({ caller, params }) => ({
      status: 200,
      body: await imports.openRefusedRows(caller, params.id),
      headers: { 'content-disposition': `attachment; filename="import-${params.id}-refused-rows.csv"` },
    })),
  ];
}

async function takeFile(request: FastifyRequest): Promise<ArrivingFile> {
  const part = await request.file().catch((error: Error) => {
    // What the reading of forms itself finds wrong has no code.
    throw 'code' in error ? error : new Failure('bad_request', 'The form cannot be read. Send multipart/form-data with its boundary.', [], { cause: error });
  });
  if (part === undefined) throw new Failure('invalid_input', 'Send one file in the form field "file".', [{ path: 'file', message: 'is missing' }]);
  return { name: part.filename, bytes: Readable.from(arriving(part.file)), isCut: () => part.file.truncated };
}

/** The bytes of a file; what ends them too early is the sender's doing. */
async function* arriving(file: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* file;
  } catch (cause) {
    throw new Failure('bad_request', 'The file did not arrive whole. Send it again.', [], { cause });
  }
}
