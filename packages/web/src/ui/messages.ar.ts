import { formats } from './formats.ts';
import type { Translation } from './i18n/define-messages.ts';
import { pluralIn } from './i18n/plural.ts';
import type { messages as english } from './messages.en.ts';

const plural = pluralIn('ar');

/** Words of the parts that every page is made of, in Arabic. */
export const messages: Translation<typeof english> = {
  tryAgain: 'حاول مرة أخرى',
  cancel: 'إلغاء',
  close: 'إغلاق',
  undo: 'تراجع',
  undone: 'تم التراجع.',
  undoFailed: 'تعذّر التراجع. لم يتغيّر شيء آخر.',
  loading: 'جارٍ التحميل',
  showMore: 'عرض المزيد',
  none: '–',
  to: '\u200eإلى\u200e',
  optional: 'اختياري',
  copy: 'نسخ',
  copied: 'تم النسخ.',

  figure: {
    sample: (n) => `n = ${n}`,
    fewerThanTen: 'أقل من 10',
    tooFew: 'عدد قليل',
    tooFewToTell: 'العدد أقل من أن يُحكم عليه',
    nobody: 'لم يُسأل أحد',
    open: (name) => `${name}: ما معنى هذا الرقم`,
    people: 'عرض الأشخاص',
    method: 'كيف يُحسب',
    export: 'تصدير',
    range: (from) => `مجال الثقة 95 % ${from}`,
    demo: 'بيانات تجريبية: عملاء غير حقيقيين',
  },

  page: {
    asOf: (at) => `حتى ${at}`,
    methods: 'كيف تُحسب هذه الأرقام',
  },

  range: {
    label: 'الفترة الزمنية',
    days: { '7': '7 أيام', '30': '30 يومًا', '90': '90 يومًا', 'all': 'الكل' },
    names: { '7': 'آخر 7 أيام', '30': 'آخر 30 يومًا', '90': 'آخر 90 يومًا', 'all': 'كل الأيام' },
  },

  table: {
    showTable: 'عرض كجدول',
    showChart: 'عرض كرسم بياني',
    chart: 'رسم',
    table: 'جدول',
    sortBy: (column) => `ترتيب حسب ${column}`,
    rows: (shown, total) =>
      total === null
        ? plural(shown, { zero: 'لا صفوف', one: 'صف واحد', two: 'صفان', few: `${formats.count(shown)} صفوف`, many: `${formats.count(shown)} صفًا`, other: `${formats.count(shown)} صف` })
        : `${formats.count(shown)} من ${formats.count(total)}`,
    empty: 'لا شيء هنا.',
  },

  chart: {
    tooFewTitle: 'العدد أقل من أن يُحكم عليه',
    walk: 'أسهم لوحة المفاتيح تتنقل بين النقاط، وEnter يُبقي إحداها مفتوحة، وEscape يغلقها.',
    legend: 'مفتاح الرسم',
  },

  choose: {
    search: 'بحث',
    nothing: 'لا نتائج.',
    chosen: (count) =>
      plural(count, { zero: 'لم يُختر شيء', one: 'اختيار واحد', two: 'اختياران', few: `${formats.count(count)} اختيارات`, many: `${formats.count(count)} اختيارًا`, other: `${formats.count(count)} اختيار` }),
    remove: (name) => `إزالة ${name}`,
  },

  file: {
    drop: 'أفلت ملفًا هنا',
    choose: 'اختر ملفًا',
    or: 'أو',
    wrongKind: (name, kinds) => `«${name}» ليس ملف ${kinds}. اختر ملفًا آخر.`,
    tooLarge: (name, size, limit) => `حجم «${name}» ${size}، والحد الأقصى ${limit}.`,
  },

  progress: {
    of: (done, total) => `${done} من ${total}`,
    left: (time) => `بقي نحو ${time}`,
  },

  conflict: {
    title: 'غيّر شخص آخر هذا في هذه الأثناء',
    text: 'لم يضع شيء. اختر النسخة التي تريد الاحتفاظ بها.',
    field: 'ماذا',
    mine: 'نسختك',
    theirs: 'نسختهم',
    keepMine: 'احتفظ بنسختي',
    takeTheirs: 'خذ نسختهم',
  },

  trouble: {
    offline: { title: 'أنت غير متصل', text: 'لم يضع شيء. سيستمر العمل تلقائيًا عند عودة الاتصال.' },
    unreachable: { title: 'الخادم لا يجيب', text: 'لم يضع شيء. حاول مرة أخرى.' },
    slow: { title: 'استغرق الخادم وقتًا طويلًا', text: 'لم يضع شيء. حاول مرة أخرى.' },
    notAllowed: { title: 'دورك لا يسمح بهذا', text: 'اطلب من أحد مالكي هذه المؤسسة دورًا آخر. لم يتغيّر شيء.' },
    notFound: { title: 'غير موجود هنا', text: 'ربما حُذف، أو ينتمي إلى مؤسسة أخرى.' },
    conflict: { title: 'غيّره شخص آخر في هذه الأثناء', text: 'نسختك محفوظة. اختر أي النسختين تبقى.' },
    tooMany: { title: 'طلبات كثيرة جدًا', text: 'انتظر لحظة ثم حاول مرة أخرى. لم يضع شيء.' },
    refused: { title: 'لم يُقبل ذلك', text: 'لم يتغيّر شيء.' },
    tooLong: { title: 'يستغرق ذلك وقتًا طويلًا', text: 'الإجابات أكثر من أن تُقرأ كلها. حدّد نموذجًا أو بعض الأيام أو شخصية.' },
    busy: { title: 'الخادم مشغول', text: 'لم يضع شيء. حاول مرة أخرى بعد لحظة.' },
    failed: { title: 'لم يُحمَّل', text: 'حدث خطأ في الخادم. لم يضع شيء. حاول مرة أخرى.' },
    crashed: { title: 'تعذّر عرض هذه الصفحة', text: 'حدث خطأ فيها. ما حُفظ آمن. حاول مرة أخرى.' },
    change: {
      failed: { title: 'لم يتم ذلك', text: 'حدث خطأ في الخادم. ما كتبته ما زال هنا. أعد المحاولة.' },
      conflict: { title: 'غيّره شخص آخر في هذه الأثناء', text: 'لم يتغيّر شيء. يظهر الآن ما حفظه: انظر إليه ثم أعد ما أردت.' },
      notFound: { title: 'لم يعد موجودًا', text: 'ربما حذفه شخص آخر في هذه الأثناء. لم يتغيّر شيء.' },
    },
    old: (at) => `لم تُحمَّل أحدث الأرقام. ما تراه من ${at}. لم يضع شيء.`,
    shownFrom: (at) => `ما تراه من ${at}.`,
    request: (id) => `الطلب ${id}`,
    copyDetails: 'نسخ التفاصيل',
  },
};
