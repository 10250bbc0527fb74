import type { Translation } from '../../ui/i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of runs, in Arabic. */
export const messages: Translation<typeof english> = {
  title: 'العمليات',
  caption: 'العمليات، الأحدث أولًا',
  run: 'العملية',
  what: 'ماذا',
  state: 'الحالة',
  progress: 'التقدّم',
  started: 'طُلبت في',
  kind: { 'batch-calculate': 'حساب', 'sync': 'مزامنة', 'import': 'استيراد', 'undo-import': 'إعادة استيراد' },
  status: { queued: 'تنتظر', running: 'جارية', succeeded: 'تمّت', failed: 'فشلت' },
  noneTitle: 'لم تُنفَّذ أي عملية بعد',
  noneText: 'تظهر هنا الحسابات والمزامنات وعمليات الاستيراد مع نتائجها.',
};
