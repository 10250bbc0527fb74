import type { Translation } from '../../ui/i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of a persona's Canvas tab, in Arabic. */
export const messages: Translation<typeof english> = {
  about: 'نبذة',
  noText: 'لم يُكتب شيء عن هذه الشخصية بعد.',
  rules: 'قواعد المطابقة',
  noRulesTitle: 'لا قواعد بعد',
  noRulesText: 'بلا قواعد لا شيء يُحسب.',
};
