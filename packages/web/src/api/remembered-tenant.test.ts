import { afterEach, beforeEach, expect, it } from 'vitest';
import { rememberedTenant, rememberTenant } from './remembered-tenant.ts';

const kept = new Map<string, string>();
const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');

beforeEach(() => {
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => kept.set(key, text), removeItem: (key: string) => kept.delete(key) };
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
});

afterEach(() => {
  kept.clear();
  if (before === undefined) Reflect.deleteProperty(globalThis, 'localStorage');
  else Object.defineProperty(globalThis, 'localStorage', before);
});

it('keeps a tenant until it is forgotten', () => {
  const tenant = { timeZone: 'Europe/Paris', demographics: ['age', 'plan'] };
  rememberTenant(tenant);
  expect(rememberedTenant()).toEqual(tenant);
  rememberTenant(null);
  expect(rememberedTenant()).toBeNull();
});

it('knows nothing from what it did not write itself, and without storage', () => {
  for (const text of ['{', '7', '{"timeZone":1,"demographics":[]}', '{"timeZone":"UTC"}']) {
    kept.set('likeness.tenant', text);
    expect(rememberedTenant()).toBeNull();
  }
  Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new Error('forbidden'); }, configurable: true });
  rememberTenant({ timeZone: 'UTC', demographics: [] });
  expect(rememberedTenant()).toBeNull();
});
