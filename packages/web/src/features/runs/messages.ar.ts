import type { Translation } from '../../ui/i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of runs, in Arabic. */
export const messages: Translation<typeof english> = {
  title: 'العمليات',
  caption: 'العمليات، الأحدث أولًا',
  run: 'العملية',
  what: 'ماذا',
  concerns: 'في ماذا',
  state: 'الحالة',
  progress: 'التقدّم',
  took: 'استغرقت',
  started: 'طُلبت في',
  actions: 'الإجراءات',
  kind: { 'batch-calculate': 'حساب', 'sync': 'مزامنة', 'import': 'استيراد', 'undo-import': 'إعادة استيراد' },
  status: { queued: 'تنتظر', running: 'جارية', succeeded: 'تمّت', failed: 'فشلت' },
  import: (id) => `الاستيراد ${id}`,
  persona: (id) => `الشخصية ${id}`,
  everyPersona: 'كل الشخصيات',
  attempts: (count) => `المحاولة ${count}`,
  again: 'حاول ثانية',
  againOf: (id) => `حاول ثانية: العملية ${id}`,
  filters: { kind: 'ما تفعله العمليات', anyKind: 'كل شيء', status: 'حالة العمليات', anyStatus: 'أي حالة', persona: 'شخصية العمليات', anyPersona: 'أي شخصية' },
  noneTitle: 'لم تُنفَّذ أي عملية بعد',
  noneText: 'تظهر هنا الحسابات والمزامنات وعمليات الاستيراد مع نتائجها.',
  noneLikeThis: 'لا عملية كهذه',
  noneLikeThisText: 'اختر نوعًا أو حالة أو شخصية أخرى.',
};
