import type { SentenceFormats } from '@likeness/core';
import type { Translation } from '../i18n/define-messages.ts';
import { pluralIn } from '../i18n/plural.ts';
import type { messages as english } from './messages.en.ts';

const plural = pluralIn('ar');

/** The verdict and all that the server says about figures, in Arabic. */
export const messages: Translation<typeof english> = {
  words: {
    'good': 'شبه جيد',
    'fair': 'شبه مقبول',
    'poor': 'شبه ضعيف',
    'too broad': 'أوسع من أن يُحكم عليها',
    'too few to tell': 'العدد أقل من أن يُحكم عليه',
    'no rules yet': 'لا قواعد بعد',
    'not calculated': 'لم تُحسب بعد',
  },
  sentences: {
    no_rules: () => 'لا قواعد بعد. أضف أول قاعدة لترى من تمثّله.',
    not_calculated: () => 'لم تُحسب بعد. تظهر الأرقام عند انتهاء الحساب.',
    nobody_answered: () => 'العدد أقل من أن يُحكم عليه: لم يُجب أحد في هذه المدة.',
    few_answered: ({ respondents, from }, { count }) => `العدد أقل من أن يُحكم عليه: أجاب ${count(respondents)} حتى الآن. تظهر الأرقام ابتداءً من ${count(from)}.`,
    few_match: ({ matching, respondents, low, high }, { count }) =>
      `العدد أقل من أن يُحكم عليه: ${count(matching)} من ${count(respondents)} يطابقون، وقد تكون الحقيقة بين ${count(low)} و${count(high)} من كل 100.`,

    match: (share, formats) => `يطابقها ${toShare(share, formats)}.`,
    match_strongly: ({ strong, ...share }, formats) => `يطابقها ${toShare(share, formats)}، وبقوة ${formats.stress(`${formats.count(strong)} من كل 100`)}.`,
    match_but_strongly: ({ strong, ...share }, formats) => `يطابقها ${toShare(share, formats)}، لكن بقوة ${formats.stress(`${formats.count(strong)} من كل 100`)} فقط.`,

    few_rules: () => 'أقل من ثلاث قواعد تقول القليل عن الشخص.',
    fits_everyone: () => 'تناسب الجميع تقريبًا، فلا تميّز كثيرًا.',
    never_strong: () => 'لا يمكن لأحد أن يطابقها بقوة، لأن كثيرًا من قواعدها لا ينطبق أبدًا.',
    nobody_strong: () => 'لا أحد يطابقها بقوة: قليلون من لديهم كل هذه السمات، إن وُجدوا.',
    real_group: (ratio, formats) => `${toTimes(ratio, formats)}: مجموعة حقيقية.`,
    loose_group: (ratio, formats) => `${toTimes(ratio, formats)}: مجموعة رخوة.`,
    no_group: (ratio, formats) => `${toTimes(ratio, formats)}: لم يثبت أنها مجموعة.`,
    by_chance: ({ low, high }, { number }) => `تجتمع سماتها بقدر ما تجمعها الصدفة تقريبًا (${number(low, 1)} إلى ${number(high, 1)}): لم يثبت أنها مجموعة.`,
    based_on: ({ respondents }, { count }) =>
      `استنادًا إلى ${plural(respondents, { one: 'مجيب واحد', two: 'مجيبين اثنين', few: `${count(respondents)} مجيبين`, other: `${count(respondents)} مجيبًا` })}.`,

    nobody_matches: ({ name }) => `لا أحد يطابق ${name}.`,
    drop_loses: ({ dropped, kept, unique, both, covered }, formats) =>
      `الاستغناء عن ${dropped} ${unique === 0 ? 'لا يُفقدك أحدًا' : `يُفقدك ${toPeople(unique, formats)}`}: ${formats.count(both)} من أصل ${formats.count(covered)} ممن يطابقونها يطابقون أيضًا ${kept}.`,
    reaches_few: ({ name, unique }, formats) =>
      unique === 0 ? `لا تصل ${name} إلى أحد لا تصل إليه شخصية أخرى.` : `لا تصل ${name} وحدها دون غيرها إلا إلى ${toPeople(unique, formats)}.`,
    tells_little: ({ name }) => `${name} أوسع من أن تميّز الناس بعضهم من بعض. مزيد من القواعد يجعلها أدق.`,

    counted_twice: ({ first, second, both, either }, { count }) =>
      `«${first}» و«${second}» تختاران الأشخاص أنفسهم: ${count(both)} من ${count(either)} ممن يجتازون إحداهما يجتازون كلتيهما. سمة واحدة تُحسب مرتين.`,
  },
};

function toShare({ low, high }: { low: number; high: number }, { count, stress }: SentenceFormats): string {
  return low === high ? stress(`نحو ${count(low)} من كل 100`) : stress(`بين ${count(low)} و${count(high)} من كل 100`);
}

function toTimes({ times, low, high }: { times: number; low: number; high: number }, { number }: SentenceFormats): string {
  return `تجتمع سماتها في شخص واحد ${number(times, 1)} مرة بقدر ما تجمعها الصدفة (${number(low, 1)} إلى ${number(high, 1)})`;
}

function toPeople(people: number, { count }: SentenceFormats): string {
  return plural(people, { one: 'شخص واحد', two: 'شخصين', few: `${count(people)} أشخاص`, other: `${count(people)} شخصًا` });
}
