import { formats } from '../formats.ts';
import type { Translation } from '../i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of rules, in Arabic. */
export const messages: Translation<typeof english> = {
  groups: {
    all: { name: 'كل ما يلي', opening: (count) => (count === 1 ? '' : 'كل ما يلي:'), joint: 'و', empty: 'كل ما يلي: لا شيء بعد' },
    any: { name: 'أيّ مما يلي', opening: (count) => (count === 1 ? '' : 'أيّ مما يلي:'), joint: 'أو', empty: 'أيّ مما يلي: لا شيء بعد' },
    not: { name: 'لا شيء مما يلي', opening: (count) => (count === 1 ? 'ليس:' : 'لا شيء مما يلي:'), joint: 'أو', empty: 'لا شيء مما يلي: لا شيء بعد' },
  },
  tests: {
    is: 'هو', in: 'واحد من', has: 'فيه', anyOf: 'فيه أيّ من', allOf: 'فيه كل من', noneOf: 'ليس فيه أيّ من', atLeastOf: (count) => `فيه على الأقل ${count} من`,
    contains: 'يحتوي أيًّا من', mentions: 'يذكر أيًّا من', answered: 'مُجاب', notAnswered: 'غير مُجاب',
    between: 'بين', and: 'و', atLeast: 'لا يقل عن', atMost: 'لا يزيد على', nothingYet: '… (اختر)',
  },
  comma: '، ',
  more: (values, count) => `${values} و${formats.count(count)} غيرها`,
  yes: 'نعم',
  no: 'لا',
};
