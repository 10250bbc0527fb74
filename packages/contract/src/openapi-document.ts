import type { z } from 'zod';
import { collectComponents, type JsonSchema } from './component-schemas.ts';
import { ERRORS, Problem, type ErrorCode } from './errors.ts';
import type { Access, Answer, Content, Operation } from './operation.ts';
import { operations } from './operations.ts';

type ToSchema = ReturnType<typeof collectComponents>['toSchema'];

const ACCESS_WORDS: Record<Access, string> = {
  public: 'Open to anybody.',
  'signed-in': 'Needs a signed-in person.',
  read: 'Needs role viewer, or scope `read`.',
  submit: 'Needs role editor, or scope `submit`.',
  write: 'Needs role editor, or scope `write`.',
  admin: 'Needs role owner, or scope `admin`.',
};

/** Failures that every operation with a signed-in caller can give. */
const COMMON_ERRORS: ErrorCode[] = ['not_signed_in', 'not_allowed', 'too_many_requests', 'internal'];

/**
 * The OpenAPI 3.1 document of all operations.
 *
 * Named schemas (`.meta({id})`) become components; a schema whose input differs from its output (defaults)
 * appears once more as `XInput`, and only then (component-schemas.ts).
 */
export function toOpenApiDocument(version: string): JsonSchema {
  const { components, toSchema } = collectComponents();
  const all: Operation[] = Object.values(operations);
  for (const item of all) for (const success of Object.values(item.answers)) toSchema(success.schema, 'output');
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const item of all) {
    const path = item.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[item.method.toLowerCase()] = toOperationObject(item, toSchema);
  }
  const sorted = [...components].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Likeness',
      version,
      description: 'Scores every persona against every survey response: whom it stands for, whom nobody stands for, how it changes.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(sorted),
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'access_token', description: 'Set by signing in' },
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer lk_…`' },
      },
    },
  };
}

function toOperationObject(item: Operation, toSchema: ToSchema): JsonSchema {
  const parameters = [
    ...toParameters('path', item.params, toSchema),
    ...toParameters('query', item.query, toSchema),
    ...toParameters('header', item.headers, toSchema),
  ];
  return {
    operationId: item.id,
    tags: [item.tag],
    summary: item.summary,
    description: [item.description, ACCESS_WORDS[item.access]].filter(Boolean).join('\n\n'),
    security: item.access === 'public' ? [] : item.access === 'signed-in' ? [{ cookie: [] }] : [{ cookie: [] }, { apiKey: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(item.bodies && {
      requestBody: { required: true, content: toContent(item.bodies, 'input', toSchema) },
    }),
    responses: { ...toAnswers(item.answers, toSchema), ...toFailures(item, toSchema) },
  };
}

function toParameters(place: string, schema: z.ZodObject | undefined, toSchema: ToSchema): JsonSchema[] {
  if (!schema) return [];
  const object = toSchema(schema, 'input') as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(object.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property;
    return {
      name,
      in: place,
      required: place === 'path' || (object.required ?? []).includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
}

function toContent(contents: Content[], direction: 'input' | 'output', toSchema: ToSchema): JsonSchema {
  return Object.fromEntries(
    contents.map((content) => [
      content.contentType,
      {
        schema: toSchema(content.schema, direction),
        ...(content.example !== undefined && { example: content.example }),
      },
    ]),
  );
}

function toAnswers(answers: Record<number, Answer>, toSchema: ToSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(answers).map(([status, item]) => [
      status,
      {
        description: item.description,
        ...(item.headers && {
          headers: Object.fromEntries(
            Object.entries(item.headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
          ),
        }),
        ...(item.contentType && { content: { ...toContent([item], 'output', toSchema), ...toFileContent(item.otherContentTypes ?? []) } }),
      },
    ]),
  );
}

function toFileContent(contentTypes: readonly string[]): JsonSchema {
  return Object.fromEntries(contentTypes.map((contentType) => [contentType, { schema: { type: 'string', format: 'binary' } }]));
}

/** One answer a status; the codes that share it stand in its description and its examples. */
function toFailures(item: Operation, toSchema: ToSchema): JsonSchema {
  const codes = [...new Set([...item.errors, ...(item.access === 'public' ? (['internal'] as const) : COMMON_ERRORS)])];
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join('; '),
        content: {
          'application/problem+json': {
            schema: toSchema(Problem, 'output'),
            examples: Object.fromEntries(
              group.map((code) => [code, { value: { type: `/api/docs#error-${code}`, title: ERRORS[code].title, status, code } }]),
            ),
          },
        },
      },
    ]),
  );
}
