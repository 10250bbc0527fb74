import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonProblem } from './find-json-problem.ts';

describe('findJsonProblem', () => {
  it.each([
    ['a NUL character', { a: [{ b: 'x\u0000' }] }, 'data.a[0].b', 'must not contain a NUL character'],
    ['half a character', { a: '\ud800' }, 'data.a', 'lone surrogate'],
    ['a number beyond a double', JSON.parse('{"a": [1, 1e999]}'), 'data.a[1]', 'beyond what can be kept'],
    ['the key __proto__', JSON.parse('{"a": {"__proto__": 1}}'), 'data.a', '__proto__'],
    ['a key without a name', { ' ': 1 }, 'data', 'without a name'],
    ['a key with NUL', { 'x\u0000': 1 }, 'data', 'NUL'],
    ['a long key', { ['k'.repeat(1001)]: 1 }, 'data', '1001 characters'],
    ['a long text', { a: 'x'.repeat(100_001) }, 'data.a', '100001 characters'],
    ['a long list', { a: Array.from({ length: 20_001 }, () => 1) }, 'data', 'more than 20000 values'],
    ['many values altogether', Array.from({ length: 150 }, () => Array.from({ length: 150 }, () => null)), 'data', 'more than 20000 values'],
  ])('names the place of %s', (_, value, path, words) => {
    const problem = findJsonProblem(value, 'data');
    expect(problem).toMatchObject({ path });
    expect(problem?.message).toContain(words);
  });

  it('takes nesting up to the limit and no deeper, whatever the depth', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(findJsonProblem(nested(10), 'data')).toBe(null);
    expect(findJsonProblem(nested(11), 'data')?.message).toContain('deeper than 10 levels');
    expect(findJsonProblem(nested(300_000), 'data')?.message).toContain('deeper than 10 levels');
  });

  it('lets every ordinary value through', () => {
    const limits = { depth: 50, values: 100_000, keyLength: 10_000, textLength: 10_000 };
    const isOrdinary = (value: unknown): boolean => {
      const keys: string[] = [];
      const text = JSON.stringify(value, (_key, item: unknown) => {
        if (item !== null && typeof item === 'object' && !Array.isArray(item)) keys.push(...Object.keys(item));
        return item;
      });
      return !text.includes('\\u0000') && keys.every((key) => key.trim() !== '' && key !== '__proto__');
    };
    fc.assert(fc.property(fc.jsonValue({ stringUnit: 'binary' }).filter(isOrdinary), (value) => {
      expect(findJsonProblem(value, 'data', limits)).toBe(null);
    }));
  });
});
