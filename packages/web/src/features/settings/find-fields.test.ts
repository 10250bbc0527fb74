import { expect, it } from 'vitest';
import { findFields } from './find-fields.ts';

const fields = [
  { key: 'age', label: 'How old are you?', attribute: null, aliases: [] },
  { key: 'q2', label: 'Town', attribute: 'location', aliases: ['City'] },
];

it('finds fields by key, question, attribute and other names, without case', () => {
  const keys = (text: string): string[] => findFields(fields, text).map(({ key }) => key);
  expect([keys(''), keys('OLD'), keys('locat'), keys(' city '), keys('x')]).toEqual([['age', 'q2'], ['age'], ['q2'], ['q2'], []]);
});
