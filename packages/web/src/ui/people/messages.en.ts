import { formats } from '../formats.ts';
import { pluralIn } from '../i18n/plural.ts';

const plural = pluralIn('en');

/** Words of a list of people, in English. */
export const messages = {
  count: (count: number) => plural(count, { one: '1 person', other: `${formats.count(count)} people` }),
  person: 'Respondent',
  anonymous: (id: number) => `Response ${id}`,
  day: 'Latest response',
  none: 'Nobody.',
} as const;
