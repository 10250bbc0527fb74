import type { Translation } from '../../ui/i18n/define-messages.ts';
import { pluralIn } from '../../ui/i18n/plural.ts';
import type { messages as english } from './messages.en.ts';

const plural = pluralIn('ar');

/** Words of search and help, in Arabic. */
export const messages: Translation<typeof english> = {
  search: {
    label: 'بحث',
    hint: 'شخصيات، مجيبون، ردود، صفحات، إجراءات',
    personas: 'الشخصيات',
    people: 'المجيبون والردود',
    pages: 'الصفحات',
    actions: 'إجراءات',
    response: (id) => `الرد ${id}`,
    respondent: (key) => `المجيب ${key}`,
    nothing: (query) => `لا نتائج لـ «${query}».`,
    failed: 'تعذّر البحث في المجيبين الآن.',
    count: (count) => plural(count, { zero: 'لا نتائج', one: 'نتيجة واحدة', two: 'نتيجتان', few: `${count} نتائج`, many: `${count} نتيجة`, other: `${count} نتيجة` }),
    pageNames: {
      personas: 'الشخصيات', portfolio: 'المجموعة', responses: 'الردود', imports: 'الاستيراد', runs: 'العمليات',
      settings: 'الإعدادات', members: 'الأعضاء', help: 'مساعدة',
    },
    importFile: 'استيراد ملف',
    shortcuts: 'عرض اختصارات لوحة المفاتيح',
    toDark: 'استخدام الألوان الداكنة',
    toLight: 'استخدام الألوان الفاتحة',
    toLanguage: (name) => `تحدّث ${name}`,
    apiDocs: 'فتح توثيق API',
  },

  sheet: {
    title: 'اختصارات لوحة المفاتيح',
    caption: 'ما يعمل في هذه الصفحة',
    off: 'اختصارات المفتاح الواحد متوقفة.',
    toggle: 'اختصارات المفتاح الواحد',
    more: 'سطر الأوامر وAPI',
    close: 'إغلاق',
  },

  help: {
    title: 'مساعدة',
    commandLine: 'سطر الأوامر',
    commandLineText: 'كل شيء يعمل أيضًا بلا متصفح. شغّل هذه الأوامر في المجلد الذي بدأت منه Likeness؛ والدليل الكامل هناك في docs/command-line.md.',
    analyze: 'حساب درجات ملف استبيان بلا خادم',
    import: 'إحضار ملف استبيان إلى هذا الخادم',
    sync: 'تحديث اللقطات الآن',
    doctor: 'التحقق من أن كل شيء على ما يرام',
    api: 'API',
    apiText: 'كل رقم في هذه الصفحات يأتي من واجهة API نفسها التي تستخدمها البرامج.',
    apiDocs: 'توثيق API',
    keys: 'لوحة المفاتيح',
    keysText: 'اضغط ? في أي صفحة لعرض اختصاراتها.',
  },
};
