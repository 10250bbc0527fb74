import type { Translation } from '../i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of a rule said in a line, in Arabic. */
export const messages: Translation<typeof english> = {
  between: (low, high) => `${low} إلى ${high}`,
  atLeast: (low) => `${low} أو أكثر`,
  atMost: (high) => `${high} أو أقل`,
  is: (attribute, test) => `${attribute}: ${test}`,
  or: ' أو ',
  and: ' و ',
  allOf: (list) => `كل من ${list}`,
  noneOf: (list) => `لا شيء من ${list}`,
  atLeastOf: (count, list) => `على الأقل ${count} من ${list}`,
  contains: (list) => `يحتوي على ${list}`,
  mentions: (list) => `يذكر ${list}`,
  answered: 'أُجيب عنه',
  not: (rule) => `ليس (${rule})`,
  yes: 'نعم',
  no: 'لا',
};
