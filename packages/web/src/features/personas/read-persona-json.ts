import { messages } from './messages.ts';

/** What a new persona is made from; everything but the name may be absent. */
export type PersonaDraft = { name: string } & Record<string, unknown>;

/** What of a persona a file may bring: figures, ids and dates are the server's. */
const KEPT = ['name', 'description', 'status', 'tags', 'card', 'mapping_rules', 'sync_config'] as const;

/**
 * The personas of a JSON text: one, a list, an export (`{ personas: [...] }`), or only mapping rules, which become a
 * persona with a usual name. Whether rules and card are right is for the server to say.
 *
 * @example readPersonaJson('{"age": {"min": 25}}') // { personas: [{ name: 'Persona from rules', mapping_rules: … }], problem: null }
 */
export function readPersonaJson(text: string): { personas: PersonaDraft[]; problem: string | null } {
  const words = messages.create;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { personas: [], problem: words.notJson(error instanceof Error ? error.message : '') };
  }
  const list: unknown[] = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.personas) ? value.personas : [value];
  const personas = list.flatMap((item) => (isObject(item) ? toDraft(item) : []));
  return personas.length === 0 || personas.length < list.length ? { personas: [], problem: words.notPersona } : { personas, problem: null };
}

function toDraft(item: Record<string, unknown>): PersonaDraft[] {
  if (typeof item.name === 'string' && item.name.trim() !== '') {
    const kept = Object.fromEntries(KEPT.filter((key) => item[key] !== undefined).map((key) => [key, item[key]]));
    return [{ ...kept, name: item.name }];
  }
  return Object.keys(item).length === 0 ? [] : [{ name: messages.create.fromRules, mapping_rules: item }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
