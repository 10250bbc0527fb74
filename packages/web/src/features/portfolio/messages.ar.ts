import type { Translation } from '../../ui/i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of the portfolio, in Arabic. */
export const messages: Translation<typeof english> = {
  title: 'المجموعة',
  caption: 'الشخصيات النشطة ومن تمثّلهم',
  cardTitle: 'تغطية كل شخصية',
  persona: 'الشخصية',
  coverage: 'التغطية',
  strong: 'قوية',
  unique: 'هذه وحدها',
  noneTitle: 'لا شخصية نشطة',
  noneText: 'فعّل شخصية لترى هنا من تمثّلهم كلها معًا.',
};
