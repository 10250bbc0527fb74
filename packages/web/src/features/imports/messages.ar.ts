import type { Translation } from '../../ui/i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of imports, in Arabic. */
export const messages: Translation<typeof english> = {
  title: 'الاستيراد',
  newTitle: 'استيراد ملف',
  caption: 'عمليات الاستيراد، الأحدث أولًا',
  file: 'الملف',
  state: 'الحالة',
  rows: 'الصفوف',
  at: 'رُفع في',
  status: {
    uploading: 'قيد الرفع', recognised: 'تم التعرّف', refused: 'مرفوض', checked: 'تم الفحص',
    importing: 'قيد الاستيراد', imported: 'تم الاستيراد', failed: 'فشل', undone: 'أُعيد',
  },
  newImport: 'استيراد ملف',
  noneTitle: 'لا عمليات استيراد بعد',
  noneText: 'أحضر ملف استبيان: CSV أو TSV أو Excel. يُتعرَّف عليه أولًا، ولا يُخزَّن شيء قبل موافقتك.',
  uploadText: 'CSV أو TSV أو Excel. يُتعرَّف عليه أولًا، ولا يُخزَّن شيء قبل موافقتك.',
  recognised: (name) => `تم التعرّف على «${name}».`,
};
