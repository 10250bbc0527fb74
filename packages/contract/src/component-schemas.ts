import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;
type Direction = 'input' | 'output';
type Definitions = Record<string, JsonSchema>;

/**
 * Collects named schemas (`.meta({id})`) as components while schemas are turned into JSON Schema.
 *
 * Give all answers first: a named schema that can be sent in another form than it is answered (defaults, or a
 * part of it with defaults) becomes a second component `XInput`; every other one stands once.
 */
export function collectComponents() {
  const components = new Map<string, JsonSchema>();

  function toSchema(schema: z.ZodType, direction: Direction): JsonSchema {
    const { root, definitions } = toDefinitions(schema, direction);
    const renamed = direction === 'input' ? renamedInputs(definitions, components) : new Set<string>();
    const nameOf = (name: string) => (renamed.has(name) ? `${name}Input` : name);
    for (const [name, definition] of Object.entries(definitions)) {
      components.set(nameOf(name), pointToComponents(definition, nameOf) as JsonSchema);
    }
    return pointToComponents(root, nameOf) as JsonSchema;
  }

  return { components, toSchema };
}

/** JSON Schema of a schema, its named parts apart; a schema that is itself named becomes a reference. */
function toDefinitions(schema: z.ZodType, direction: Direction): { root: JsonSchema; definitions: Definitions } {
  const { $schema: _schema, $defs, ...root } = z.toJSONSchema(schema, { io: direction, unrepresentable: 'any' }) as JsonSchema & {
    $defs?: Definitions;
  };
  const definitions = Object.fromEntries(Object.entries($defs ?? {}).map(([name, item]) => [name, withoutId(item)]));
  if (typeof root.id !== 'string') return { root, definitions };
  definitions[root.id] = withoutId(root);
  return { root: { $ref: `#/$defs/${root.id}` }, definitions };
}

function withoutId(schema: JsonSchema): JsonSchema {
  const { id: _id, ...rest } = schema;
  return rest;
}

/** Names whose answered form is known and differs, or that refer to such a name. */
function renamedInputs(definitions: Definitions, components: Map<string, JsonSchema>): Set<string> {
  const asAnswered = (schema: unknown) => JSON.stringify(pointToComponents(withoutClosing(schema), (name) => name));
  const known = Object.entries(definitions).filter(([name]) => components.has(name));
  const renamed = new Set(
    known.filter(([name, schema]) => asAnswered(schema) !== JSON.stringify(withoutClosing(components.get(name)))).map(([name]) => name),
  );
  for (let size = -1; size !== renamed.size; ) {
    size = renamed.size;
    for (const [name, schema] of known) {
      if ([...renamed].some((part) => JSON.stringify(schema).includes(`"#/$defs/${part}"`))) renamed.add(name);
    }
  }
  return renamed;
}

/** Answers close objects that inputs may leave open, which makes no difference to a reader. */
function withoutClosing(value: unknown): unknown {
  return mapObjects(value, (entries) => entries.filter(([key, item]) => key !== 'additionalProperties' || item !== false));
}

function pointToComponents(value: unknown, nameOf: (name: string) => string): unknown {
  return mapObjects(value, (entries) =>
    entries.map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' && item.startsWith('#/$defs/')
        ? `#/components/schemas/${nameOf(item.slice('#/$defs/'.length))}`
        : item,
    ]),
  );
}

function mapObjects(value: unknown, change: (entries: [string, unknown][]) => [string, unknown][]): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(change(Object.entries(value)).map(([key, item]) => [key, mapObjects(item, change)]));
}
