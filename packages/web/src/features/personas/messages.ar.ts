import { formats } from '../../ui/formats.ts';
import type { Translation } from '../../ui/i18n/define-messages.ts';
import { pluralIn } from '../../ui/i18n/plural.ts';
import type { messages as english } from './messages.en.ts';

const plural = pluralIn('ar');

/** Words of the persona gallery, in Arabic. */
export const messages: Translation<typeof english> = {
  personas: {
    title: 'الشخصيات',
    asOf: (respondents, responses, at) => `المجيبون ${respondents}، الردود ${responses} · حتى ${at}`,
    status: { draft: 'مسودة', active: 'نشطة', archived: 'مؤرشفة' },
    verdict: {
      'good': 'شبه جيد',
      'fair': 'شبه مقبول',
      'poor': 'شبه ضعيف',
      'too broad': 'أوسع من أن يُحكم عليها',
      'too few to tell': 'العدد أقل من أن يُحكم عليه',
      'no rules yet': 'لا قواعد بعد',
      'not calculated': 'لم تُحسب بعد',
    },
    says: {
      good: 'مجموعة حقيقية: تجتمع سماتها أكثر مما تجمعه الصدفة بوضوح.',
      fair: 'مجموعة رخوة: تجتمع سماتها أكثر قليلًا على الأقل مما تجمعه الصدفة.',
      poor: 'لم يثبت أنها مجموعة: قد لا تجتمع سماتها أكثر مما تجمعه الصدفة.',
      nobodyStrong: 'لا أحد يطابقها بقوة. قليلون من لديهم كل هذه السمات، إن وُجدوا.',
      fitsEveryone: 'تناسب الجميع تقريبًا، فلا تميّز كثيرًا.',
      fewRules: 'أقل من ثلاث قواعد تقول القليل عن الشخص.',
      tooFew: (matching, n, low, high) => `${matching} من ${n} يطابقون، وقد تكون الحقيقة بين ${low} و${high} من 100.`,
      hidden: (n) => `أجاب ${n} حتى الآن. تظهر الأرقام ابتداءً من 10.`,
      nobodyAsked: 'لم يُسأل أحد بعد.',
    },
    coverage: 'التغطية',
    strong: 'قوية',
    averageMatch: 'متوسط التطابق',
    everyRule: 'كل القواعد',
    onlyThisOne: 'هذه وحدها',
    averageMatchTitle: 'متوسط درجة التطابق لكل الردود، من 0 إلى 100',
    everyRuleTitle: 'نسبة المجيبين الذين يطابقون كل القواعد',
    onlyThisOneTitle: 'نسبة المجيبين الذين يطابقون هذه الشخصية ولا غيرها',
    fewerThanTen: 'أقل من 10',
    tooFew: 'عدد قليل',
    rules: (count) =>
      plural(count, { zero: 'لا قواعد', one: 'قاعدة واحدة', two: 'قاعدتان', few: `${formats.count(count)} قواعد`, many: `${formats.count(count)} قاعدة`, other: `${formats.count(count)} قاعدة` }),
    edition: (edition) => `الإصدار ${edition}`,
    synced: (age) => `آخر مزامنة ${age}`,
    neverSynced: 'لم تتم المزامنة بعد',
    recalculating: (edition) => `يُحسب الإصدار ${edition} الآن؛ هذه أرقام الإصدار السابق.`,
    noRulesTitle: 'لا شيء يُحسب',
    noRulesText: 'أضف قاعدة لترى فورًا كم شخصًا يناسبها.',
    notCalculatedTitle: 'لم تُحسب بعد',
    notCalculatedText: 'تظهر الأرقام هنا عند انتهاء الحساب.',
    none: '–',
  },

  portfolio: {
    label: 'كل الشخصيات النشطة معًا',
    heading: (count) =>
      plural(count, { one: 'شخصية نشطة واحدة', two: 'شخصيتان نشطتان معًا', few: `${formats.count(count)} شخصيات نشطة معًا`, other: `${formats.count(count)} شخصية نشطة معًا` }),
    standsFor: 'تمثّل بقوة ',
    standsForOne: 'تمثّل بقوة ',
    inHundred: (low, high) => (low === high ? `نحو ${low} من كل 100` : `${low} إلى ${high} من كل 100`),
    strongly: ' مجيب. ',
    people: (count, isOne) => (isOne ? `${count} شخص` : `${count} شخصًا`),
    haveNobody: (isOne) => (isOne ? ' ليست له شخصية قوية.' : ' ليست لهم شخصية قوية.'),
    everybodyHasOne: 'لكل واحد شخصية قوية.',
    tooFew: (strong, n) => `العدد أقل من أن يُحكم عليه: ${strong} من ${n} لهم شخصية قوية.`,
    remarks: (count) =>
      plural(count, { one: 'تنبيه واحد', two: 'تنبيهان', few: `${formats.count(count)} تنبيهات`, other: `${formats.count(count)} تنبيهًا` }),
    atLeastAMatch: 'تطابق على الأقل',
    strong: 'قوي',
    everyRuleOfOne: 'كل قواعد إحداها',
    from: (threshold) => `الدرجة ${threshold}+`,
    gap: 'الفجوة: بلا شخصية قوية',
    matchNobody: (count) => `${count} منهم لا يطابقون أي شخصية`,
    noActive: 'لا شخصية نشطة. المسودات والمؤرشفة لا تُحسب هنا.',
  },

  sample: (n) => `n = ${n}`,

  states: {
    noPersonasTitle: 'لا شخصيات بعد',
    noPersonasText: 'الشخصية بطاقة للناس وقواعد مطابقة للآلة. أنشئ الأولى عبر API وستظهر هنا تلقائيًا.',
    noResponsesTitle: 'لا ردود بعد',
    noResponsesText: 'استورد ملف استبيان. تواريخ الإرسال القديمة تصبح تاريخًا، فتمتلئ الأرقام فورًا.',
    importFile: 'استيراد ملف',
    tryApi: 'جرّبها في توثيق API',
  },
};
