import type { Translation } from '../../ui/i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of a persona's Analytics tab, in Arabic. */
export const messages: Translation<typeof english> = {
  totalResponses: 'مجموع الردود',
  averageMatch: 'متوسط درجة التطابق',
  coverage: 'التغطية',
  strongMatches: 'تطابقات قوية',
  noRulesTitle: 'لا قواعد بعد',
  noRulesText: 'بلا قواعد لا شيء يُحسب. أضف القاعدة الأولى في اللوحة.',
};
