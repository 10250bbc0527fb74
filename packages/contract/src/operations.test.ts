import { describe, expect, it } from 'vitest';
import { ERRORS } from './errors.ts';
import { toOpenApiDocument } from './openapi-document.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

const all: [string, Operation][] = Object.entries(operations);

describe('the operations', () => {
  it.each(all)('%s is named by its own id and its parameters are declared', (id, item) => {
    expect(item.id).toBe(id);
    const inPath = [...item.path.matchAll(/:(\w+)/g)].map((match) => match[1]).toSorted();
    expect(Object.keys(item.params?.shape ?? {}).toSorted()).toEqual(inPath);
  });

  it.each(all)('%s gives examples that its own schemas accept', (_id, item) => {
    for (const content of [...(item.bodies ?? []), ...Object.values(item.answers)]) {
      if (content.contentType === '' || content.contentType === 'multipart/form-data') continue;
      expect(content.example, content.contentType).toBeDefined();
      expect(content.schema.safeParse(content.example).error).toBeUndefined();
    }
  });

  it('share no address', () => {
    const addresses = all.map(([, item]) => `${item.method} ${item.path.replaceAll(/:\w+/g, ':x')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('the OpenAPI document', () => {
  const document = toOpenApiDocument('0.0.0') as {
    paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
    components: { schemas: Record<string, unknown> };
  };

  it('holds every operation and resolves every reference', () => {
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((item) => item.operationId));
    expect(ids.toSorted()).toEqual(all.map(([id]) => id).toSorted());
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name as string);
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  it('keeps one component a name, and a second only where what is sent differs from what is answered', () => {
    const inputs = Object.keys(document.components.schemas).filter((name) => name.endsWith('Input'));
    for (const name of inputs) {
      const answered = document.components.schemas[name.slice(0, -'Input'.length)];
      expect(answered, name).toBeDefined();
      expect(JSON.stringify(answered)).not.toBe(JSON.stringify(document.components.schemas[name]));
    }
    expect(inputs).toContain('FormFieldInput');
  });

  it('describes the failures of an operation by status and code', () => {
    const change = document.paths['/api/cx-personas/{id}']?.patch;
    expect(Object.keys(change?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '401', '403', '404', '412', '422', '428', '429', '500']),
    );
    expect(Object.keys(ERRORS)).toContain('edited_meanwhile');
  });
});
