import type { Translation } from '../../ui/i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of responses and respondents, in Arabic. */
export const messages: Translation<typeof english> = {
  title: 'الردود',
  caption: 'الردود، الأحدث أولًا',
  cardTitle: 'كل الردود',
  response: 'الرد',
  name: (id) => `الرد ${id}`,
  submitted: 'أُرسل في',
  respondent: 'المجيب',
  answers: 'الإجابات',
  nobody: 'غير مسمى',
  noneTitle: 'لا ردود بعد',
  noneText: 'استورد ملف استبيان. تواريخ الإرسال القديمة تصبح تاريخًا، فتمتلئ الأرقام فورًا.',
  importFile: 'استيراد ملف',
  question: 'السؤال',
  answer: 'الإجابة',
  answersOf: 'إجابات هذا الرد',
  scores: 'الدرجات',
  scoresOf: 'درجات هذا الرد تحت كل شخصية',
  persona: 'الشخصية',
  score: 'الدرجة',
  band: 'الفئة',
  bands: { strong: 'قوي', moderate: 'متوسط', weak: 'ضعيف' },
  respondentTitle: 'المجيب',
  history: 'ردوده',
};
