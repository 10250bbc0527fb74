import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitValues } from './split-values.ts';

describe('splitValues', () => {
  it.each([
    ['R, Python,  SAS ', ', ', ['R', 'Python', 'SAS']],
    ['Doctorate (e.g. PhD, EdD), Master’s (MA, MS)', ', ', ['Doctorate (e.g. PhD, EdD)', 'Master’s (MA, MS)']],
    ['a (b, (c, d), e), f', ', ', ['a (b, (c, d), e)', 'f']],
    ['a（b、c）、d', '、', ['a（b、c）', 'd']],
    ['1,200', ', ', ['1,200']],
    ['a;b;;c;', ';', ['a', 'b', 'c']],
    ['open (a, b', ', ', ['open (a', 'b']],
    ['a), b', ', ', ['a)', 'b']],
    ['(a (b, c), d', ', ', ['(a (b, c)', 'd']],
    ['a\nb', '\n', ['a', 'b']],
    ['a, b', '', ['a, b']],
    [' , ', ', ', []],
    ['', ', ', []],
  ])('splits %j at %j', (text, delimiter, values) => {
    expect(splitValues(text, delimiter)).toEqual(values);
  });

  it('returns what was joined', () => {
    const part = fc.string({ minLength: 1 }).filter((text) => !/[;()（）]/u.test(text) && text.trim() === text);
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(splitValues(parts.join(';'), ';')).toEqual(parts);
      }),
    );
  });
});
