import { formats } from '../../ui/formats.ts';
import type { Translation } from '../../ui/i18n/define-messages.ts';
import { pluralIn } from '../../ui/i18n/plural.ts';
import type { messages as english } from './messages.en.ts';

const plural = pluralIn('ar');
const responses = (count: number): string =>
  plural(count, { one: 'رد واحد', two: 'ردّان', few: `${formats.count(count)} ردود`, many: `${formats.count(count)} ردًا`, other: `${formats.count(count)} رد` });

/** Words of responses and respondents, in Arabic. */
export const messages: Translation<typeof english> = {
  title: 'الردود',
  caption: 'الردود، الأحدث أولًا',
  cardTitle: 'كل الردود',
  filteredTitle: 'الردود الموافقة للمرشحات',
  response: 'الرد',
  name: (id) => `الرد ${id}`,
  submitted: 'أُرسل في',
  respondent: 'المجيب',
  answers: 'الإجابات',
  nobody: 'غير مسمى',
  noneTitle: 'لا ردود بعد',
  noneText: 'استورد ملف استبيان. تواريخ الإرسال القديمة تصبح تاريخًا، فتمتلئ الأرقام فورًا.',
  importFile: 'استيراد ملف',
  nothingTitle: 'لا رد يوافق هذه المرشحات',
  nothingText: 'أزل أحدها أو كلها.',
  clear: 'إزالة المرشحات',
  newer: 'وصلت ردود أحدث.',
  showNewer: 'عرضها',

  filters: {
    label: 'المرشحات',
    form: 'النموذج',
    anyForm: 'أي نموذج',
    persona: 'الشخصية',
    anyPersona: 'أي شخصية',
    band: 'الفئة',
    anyBand: 'أي فئة',
    person: 'مفتاح المجيب',
    anyPerson: 'أي شخص',
    text: 'نص أو معرّف خارجي',
    anyText: 'أي شيء',
    attribute: 'السؤال',
    anyAttribute: 'أي سؤال',
    answer: 'أُجيب بـ',
    from: 'من يوم',
    to: 'إلى يوم',
    columns: 'الأعمدة',
    import: (id) => `الاستيراد ${id}`,
    remove: (name) => `إزالة: ${name}`,
  },

  question: 'السؤال',
  answer: 'الإجابة',
  answersOf: 'إجابات هذا الرد',
  form: 'النموذج',
  import: 'الاستيراد',
  externalId: 'المعرّف الخارجي',
  received: 'وصل في',
  about: 'عن هذا الرد',
  scores: 'الدرجات',
  scoresCaption: 'تحت كل شخصية، الأفضل أولًا؛ افتح واحدة لترى أسبابها',
  noScores: 'لم تقيّم أي شخصية هذا الرد بعد.',
  persona: 'الشخصية',
  score: 'الدرجة',
  band: 'الفئة',
  bands: { strong: 'قوي', moderate: 'متوسط', weak: 'ضعيف' },
  edition: (edition) => `الإصدار ${edition}`,
  evidence: (percent) => `أُجيب عن ${percent} من وزن القواعد`,

  reasons: {
    caption: (persona) => `أسباب الدرجة تحت ${persona}`,
    rule: 'القاعدة',
    expected: 'المطلوب',
    actual: 'الإجابة',
    outcome: 'النتيجة',
    outcomes: { matched: 'يطابق', unmatched: 'لا يطابق', unanswered: 'بلا إجابة' },
    noAnswer: 'بلا إجابة',
    about: (attribute, text) => `${attribute}: ${text}`,
  },

  respondentTitle: 'المجيب',
  respondentFacts: (count, first, latest) => `${responses(count)}، من ${first} إلى ${latest}`,
  noResponsesLeft: 'لم يبق رد.',
  history: 'ردوده',
  changes: 'كيف تغيّرت شخصياته',
  changesCaption: (count) => `الدرجة والفئة تحت كل شخصية لكل رد، الأقدم أولًا؛ آخر ${formats.count(count)} على الأكثر`,
  changed: 'تغيّر',
  noScore: '–',

  erase: {
    response: 'محو هذا الرد',
    respondent: 'محو هذا الشخص',
    responseTitle: (id) => `محو الرد ${id}؟`,
    respondentTitle: (key) => `محو ${key}؟`,
    responseText: 'تُمحى إجاباته ودرجاته وتُحسب أرقام يومه من جديد. لا يمكن التراجع عن ذلك.',
    respondentText: (count) => `يُمحى المفتاح و${responses(count)} وكل درجاتها، وتُحسب أرقام تلك الأيام من جديد. لا يمكن التراجع عن ذلك.`,
    confirm: 'محو',
    doneTitle: 'مُحي',
    done: (erased, scores, snapshots, at) => `${responses(erased)}، ${scores} درجة؛ حُسبت ${snapshots} لقطة من جديد. ${at}`,
    back: 'إلى الردود',
  },
};
