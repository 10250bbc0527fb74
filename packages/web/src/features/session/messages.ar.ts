import { formats } from '../../ui/formats.ts';
import type { Translation } from '../../ui/i18n/define-messages.ts';
import { pluralIn } from '../../ui/i18n/plural.ts';
import type { messages as english } from './messages.en.ts';

const plural = pluralIn('ar');

/** Words of signing in and joining, in Arabic. */
export const messages: Translation<typeof english> = {
  product: 'Likeness',
  tagline: 'هل تشبه شخصياتك عملاءك حقًا؟',

  signIn: {
    title: 'تسجيل الدخول',
    endedTitle: 'انتهت جلستك',
    ended: 'سجّل الدخول مرة أخرى؛ لم يضع شيء. ما كنت تفعله يستمر بعد ذلك.',
    endedLink: 'هل دخلت برابط؟ افتح رابطًا جديدًا في علامة تبويب أخرى ثم تابع هنا.',
    goOn: 'متابعة',
    notYet: 'لم يسجّل أحد الدخول بعد.',
    usedLink: 'استُخدم رابط الدخول هذا من قبل أو انتهت مدته. الرابط يعمل مرة واحدة.',
    linkTitle: 'برابط',
    linkText: 'يطبع الخادم رابط دخول لمرة واحدة في الطرفية عند بدئه. افتحه، أو أعد تشغيل الخادم للحصول على رابط جديد:',
    passwordTitle: 'بكلمة مرور',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    showPassword: 'إظهار كلمة المرور أو إخفاؤها',
    submit: 'تسجيل الدخول',
    wrong: 'البريد الإلكتروني وكلمة المرور غير متطابقين.',
    tooMany: (minutes) => `محاولات كثيرة جدًا. انتظر ${minutes} ثم حاول مرة أخرى.`,
    aMoment: 'قليلًا',
    minutes: (count) => plural(count, { one: 'دقيقة', two: 'دقيقتين', few: `${formats.count(count)} دقائق`, many: `${formats.count(count)} دقيقة`, other: `${formats.count(count)} دقيقة` }),
    failed: 'لم ينجح تسجيل الدخول الآن. حاول مرة أخرى.',
  },

  invitation: {
    title: 'أنت مدعو',
    name: 'اسمك',
    password: 'اختر كلمة مرور (10 أحرف أو أكثر)',
    submit: 'انضمام',
    signedInAs: (email) => `أنت مسجّل الدخول باسم ${email}.`,
    signInFirst: 'لهذا العنوان حساب بالفعل. سجّل الدخول؛ الدعوة تنتظر.',
    problems: {
      'not open': 'هذه الدعوة غير متاحة لك: استُخدمت أو سُحبت أو مضى عليها أكثر من سبعة أيام أو هي لعنوان آخر.',
      'weak password': 'اختر كلمة مرور أطول.',
      failed: 'لم ينجح الانضمام الآن. لم يضع شيء. حاول مرة أخرى.',
    },
  },
};
