import { formats } from '../formats.ts';
import type { Translation } from '../i18n/define-messages.ts';
import { pluralIn } from '../i18n/plural.ts';
import type { messages as english } from './messages.en.ts';

const plural = pluralIn('ar');

/** Words of a list of people, in Arabic. */
export const messages: Translation<typeof english> = {
  count: (count) =>
    plural(count, { zero: 'لا أحد', one: 'شخص واحد', two: 'شخصان', few: `${formats.count(count)} أشخاص`, many: `${formats.count(count)} شخصًا`, other: `${formats.count(count)} شخص` }),
  person: 'المجيب',
  anonymous: (id) => `الرد ${id}`,
  day: 'آخر رد',
  none: 'لا أحد.',
};
