import { describe, expect, it } from 'vitest';
import { type FieldDefinition, compileDictionary } from './dictionary.ts';
import { findAnswer, type ResponseData } from './find-answer.ts';

function find(fields: FieldDefinition[], responseData: ResponseData, attribute: string) {
  return findAnswer(compileDictionary(fields), responseData, attribute);
}

function textsOf(field: Omit<FieldDefinition, 'name'>, given: unknown): string[] | null {
  return find([{ name: 'a', ...field }], { a: given }, 'a')?.parts.map(({ text }) => text) ?? null;
}

describe('findAnswer', () => {
  it('takes the canonical name first, then aliases as declared, then the lower key', () => {
    const fields = [{ name: 'age', aliases: ['years', 'respondent_age'] }];
    expect(find(fields, { respondent_age: 1, years: 2, age: 3 }, 'AGE')?.given).toBe(3);
    expect(find(fields, { respondent_age: 1, years: 2 }, 'age')?.given).toBe(2);
    expect(find(fields, { age: 1, Age: 2, AGE: 3 }, 'years')?.key).toBe('AGE');
  });

  it('passes over missing answers', () => {
    const fields = [{ name: 'age', aliases: ['years'], missing: ['99'] }];
    expect(find(fields, { age: ' 99 ', years: 41 }, 'age')?.given).toBe(41);
    expect(find(fields, { AGE: null, age: '', years: 99 }, 'age')).toBeNull();
  });

  it('reads own keys only, whatever their name', () => {
    const hostile = JSON.parse('{"__proto__": "x", "constructor": "y"}') as ResponseData;
    expect(find([], hostile, '__proto__')?.given).toBe('x');
    expect(find([], hostile, 'Constructor')?.given).toBe('y');
    expect(find([], {}, 'constructor')).toBeNull();
    expect(find([], {}, '__proto__')).toBeNull();
  });

  it.each([null, undefined, '', ' \u00a0', NaN, [], [null, ' ', []], 'N/A', ' n/a', ['N/A']])('takes %j as missing', (given) => {
    expect(textsOf({ missing: ['n/a'] }, given)).toBeNull();
  });

  it.each([
    [0, ['0']],
    [false, ['false']],
    ['none', ['none']],
    [['A ', 3, null, 'n/a'], ['a', '3']],
    [[['a'], ['b']], ['a', 'b']],
    [{ a: 1 }, []],
    [{}, []],
    [[{}], []],
    [[[[[[]]]]], []],
  ])('reads %j as an answer', (given, texts) => {
    expect(textsOf({ missing: ['n/a'] }, given)).toEqual(texts);
  });

  it('splits delimited text, and drops missing parts', () => {
    expect(textsOf({ delimiter: ', ', missing: ['None'] }, 'R, none, Stata (a, b)')).toEqual(['r', 'stata (a, b)']);
    expect(textsOf({ delimiter: ', ', missing: ['none'] }, 'none, NONE')).toBeNull();
    expect(textsOf({ delimiter: ', ', missing: ['No, thanks'] }, 'no, thanks')).toBeNull();
    expect(textsOf({ delimiter: ';' }, ['a;b', 'c'])).toEqual(['a', 'b', 'c']);
  });

  it('ends on a list that holds itself', () => {
    const list: unknown[] = ['a'];
    list.push(list);
    expect(textsOf({}, list)?.[0]).toBe('a');
  });
});
