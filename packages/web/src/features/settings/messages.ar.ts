import type { Translation } from '../../ui/i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of the settings, in Arabic. */
export const messages: Translation<typeof english> = {
  title: 'الإعدادات',
  sections: { organisation: 'المؤسسة', members: 'الأعضاء' },
  choose: 'قسم الإعدادات',
  name: 'الاسم',
  timeZone: 'المنطقة الزمنية',
  bands: 'يُعدّ تطابقًا من',
  strong: 'قوي من',
  caption: 'أعضاء هذه المؤسسة',
  member: 'الاسم',
  email: 'البريد الإلكتروني',
  role: 'الدور',
  roles: { owner: 'مالك', editor: 'محرر', viewer: 'قارئ' },
};
