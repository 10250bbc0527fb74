import { formats } from '../ui/formats.ts';
import type { Translation } from '../ui/i18n/define-messages.ts';
import { pluralIn } from '../ui/i18n/plural.ts';
import type { messages as english } from './messages.en.ts';

const plural = pluralIn('ar');

/** Words of the frame around the pages, in Arabic. */
export const messages: Translation<typeof english> = {
  product: 'Likeness',
  skipToContent: 'انتقل إلى المحتوى',

  navigation: {
    label: 'الرئيسية',
    personas: 'الشخصيات',
    portfolio: 'المجموعة',
    responses: 'الردود',
    imports: 'الاستيراد',
    runs: 'العمليات',
    settings: 'الإعدادات',
    help: 'مساعدة',
    search: 'بحث',
    goTo: (name) => `انتقل إلى ${name}`,
  },

  member: {
    open: 'المؤسسة والألوان واللغة وتسجيل الخروج',
    organisation: 'المؤسسة',
    colours: 'الألوان',
    light: 'فاتح',
    dark: 'داكن',
    auto: 'مثل النظام',
    language: 'اللغة',
    singleKeys: 'اختصارات المفتاح الواحد',
    signOut: 'تسجيل الخروج',
    role: { owner: 'مالك', editor: 'محرر', viewer: 'قارئ' },
    switchFailed: 'تعذّر تغيير المؤسسة. لم يحدث شيء آخر.',
  },

  demo: {
    label: 'بيانات تجريبية',
    text: 'هؤلاء العملاء غير حقيقيين.',
    start: 'ابدأ بملفك الخاص',
    organisation: 'مؤسستي',
    failed: 'لم ينجح ذلك الآن. لم يتغيّر شيء.',
  },

  persona: {
    tabs: 'طريقة عرض هذه الشخصية',
    canvas: 'اللوحة',
    analytics: 'التحليلات',
    editRules: 'تحرير القواعد',
    edition: (edition) => `الإصدار ${formats.count(edition)}`,
    noRules: 'لا قواعد بعد',
    status: { draft: 'مسودة', active: 'نشطة', archived: 'مؤرشفة' },
    synced: (age) => `آخر مزامنة ${age}`,
    neverSynced: 'لم تتم المزامنة بعد',
    rules: (count) =>
      plural(count, { zero: 'لا قواعد', one: 'قاعدة واحدة', two: 'قاعدتان', few: `${formats.count(count)} قواعد`, many: `${formats.count(count)} قاعدة`, other: `${formats.count(count)} قاعدة` }),
    loading: 'جارٍ تحميل الشخصية',
  },

  states: {
    welcome: 'أهلًا بك في Likeness',
    noTenantTitle: 'لست في أي مؤسسة بعد',
    noTenantText: 'اطلب دعوة من أحد المالكين، أو أنشئ مؤسسة خاصة بك.',
    unknownTitle: 'لا توجد صفحة كهذه',
    unknownWhy: 'ربما كُتب العنوان خطأً',
    unknownText: 'أو حُذف ما كان هنا. لم يُفقد شيء آخر.',
    toPersonas: 'انتقل إلى الشخصيات',
    offline: 'أنت غير متصل. ما تراه يبقى، والتغييرات تنتظر عودة الاتصال.',
    unreachable: 'الخادم لا يجيب. ما تراه يبقى، وتُعاد المحاولة تلقائيًا.',
    tryNow: 'حاول الآن',
    backOnline: 'عاد الاتصال. يجري تحميل أحدث الأرقام.',
  },
};
