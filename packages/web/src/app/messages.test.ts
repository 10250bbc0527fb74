import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCES = path.resolve(import.meta.dirname, '..');
const ENGLISH = fs.readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === 'messages.en.ts');

/** Every name with what stands there: a text, or a function of so many parameters. */
function shapeOf(messages: object, place = ''): string[] {
  return Object.entries(messages)
    .flatMap(([name, value]: [string, unknown]) => {
      if (typeof value === 'object' && value !== null) return shapeOf(value, `${place}${name}.`);
      return [`${place}${name}: ${typeof value === 'function' ? 'function' : typeof value}`];
    })
    .toSorted();
}

function textsOf(messages: object): string[] {
  return Object.values(messages).flatMap((value: unknown) => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? textsOf(value) : []));
}

async function load(file: string): Promise<object> {
  const module: unknown = await import(path.join(SOURCES, file));
  return typeof module === 'object' && module !== null && 'messages' in module && typeof module.messages === 'object' && module.messages !== null ? module.messages : {};
}

describe('every feature says the same in both languages', () => {
  it('has words at all', () => expect(ENGLISH.length).toBeGreaterThan(8));

  for (const file of ENGLISH) {
    it(`in ${file}`, async () => {
      const [english, arabic] = await Promise.all([load(file), load(file.replace('.en.', '.ar.'))]);
      expect(shapeOf(arabic)).toEqual(shapeOf(english));
      expect(shapeOf(english)).not.toEqual([]);
      // A sentence that is the same in both was forgotten; names and signs may be.
      const forgotten = textsOf(arabic).filter((text) => /[a-z]{3,}.* .*[a-z]{3,}/i.test(text) && !/\p{Script=Arabic}/u.test(text));
      expect(forgotten).toEqual([]);
    });
  }
});
