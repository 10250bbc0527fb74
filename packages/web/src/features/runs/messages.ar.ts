import type { Translation } from '../../ui/i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

const REASONS: Readonly<Record<string, string>> = {
  not_ready: 'لم تجب قاعدة البيانات. لم يتغيّر شيء.',
  no_rules: 'ليس للشخصية قواعد بعد.',
  not_found: 'ما تتعلق به العملية لم يعد موجودًا.',
  file_refused: 'لا يمكن قراءة الملف جدول ردود.',
  too_large: 'الملف أكبر من الحد.',
  over_capacity: 'تحتاج إلى ذاكرة أكثر مما يُسمح للخادم.',
  wrong_state: 'لا يمكن فعل ذلك في هذه الحالة.',
};
const ADVICE: Readonly<Record<string, string>> = {
  not_ready: 'حاول ثانية بعد قليل؛ إن بقيت قاعدة البيانات غائبة فأخبر من يدير الخادم.',
  no_rules: 'أعط الشخصية قاعدة واحدة على الأقل ثم حاول ثانية.',
  not_found: 'لم يبق ما يُفعل.',
  file_refused: 'انظر الاستيراد: صحّح كيف يُقرأ الملف، أو ارفع ملفًا آخر.',
  too_large: 'قسّم الملف أو اطلب رفع الحد، ثم ارفعه ثانية.',
  over_capacity: 'اطلب ذاكرة أكثر (FRAME_MEMORY_BYTES) ثم حاول ثانية.',
  wrong_state: 'فعل أحدهم الشيء نفسه أو تراجع عنه. انظر الحال الآن.',
};

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
  panel: {
    title: (id) => `العملية ${id}`,
    by: 'طلبها',
    schedule: 'الجدول الزمني',
    somebody: 'أحدهم',
    why: 'سبب الفشل',
    whatToDo: 'ما العمل',
    reason: (code) => REASONS[code] ?? 'حدث خطأ لدينا. لم يتغيّر شيء. السجل يذكر السبب برقم العملية.',
    advice: (code) => ADVICE[code] ?? 'حاول ثانية. إن فشلت مرة أخرى فأخبر من يدير الخادم: في السجل المزيد برقم العملية.',
  },
  noneTitle: 'لم تُنفَّذ أي عملية بعد',
  noneText: 'تظهر هنا الحسابات والمزامنات وعمليات الاستيراد مع نتائجها.',
  noneLikeThis: 'لا عملية كهذه',
  noneLikeThisText: 'اختر نوعًا أو حالة أو شخصية أخرى.',
};
