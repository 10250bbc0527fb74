import { formats } from '../../ui/formats.ts';
import type { Translation } from '../../ui/i18n/define-messages.ts';
import { pluralIn } from '../../ui/i18n/plural.ts';
import type { messages as english } from './messages.en.ts';

const plural = pluralIn('ar');
const people = (count: number): string =>
  plural(count, { zero: 'لا أحد', one: 'شخص واحد', two: 'شخصان', few: `${formats.count(count)} أشخاص`, many: `${formats.count(count)} شخصًا`, other: `${formats.count(count)} شخص` });

/** Words of the portfolio, in Arabic. */
export const messages: Translation<typeof english> = {
  title: 'المجموعة',
  levelLabel: 'ما يُعدّ مغطًّى',
  levelNames: { match: (from) => `تطابق ${from}+`, strong: (from) => `قوي ${from}+`, every_rule: () => 'كل القواعد' },
  persona: 'الشخصية',
  people: 'الأشخاص',
  none: '–',
  asOf: (at) => `حتى ${at} · كل مجيب يُحسب مرة واحدة بآخر رد له`,
  noneTitle: 'لا شخصية نشطة',
  noneText: 'فعّل شخصية لترى هنا من تمثّلهم كلها معًا.',
  toPersonas: 'إلى الشخصيات',
  noResponsesTitle: 'لا ردود بعد',
  noResponsesText: 'استورد ملف استبيان لترى هنا من تمثّلهم شخصياتك ومن تغفل عنهم.',
  importFile: 'استيراد ملف',
  noResponsesInRangeTitle: 'لا ردود في هذه المدة',
  noResponsesInRangeText: 'لم يجب أحد في هذه الأيام. أرقام الأيام الأخرى موجودة.',
  showAll: 'عرض كل الأيام',

  answer: {
    label: 'الجواب',
    active: (count) => plural(count, { one: 'شخصية نشطة واحدة', two: 'شخصيتان نشطتان', few: `${formats.count(count)} شخصيات نشطة`, other: `${formats.count(count)} شخصية نشطة` }),
    respondents: (count) => plural(count, { one: 'مجيب واحد', two: 'مجيبان', few: `${formats.count(count)} مجيبين`, other: `${formats.count(count)} مجيبًا` }),
    days: (first, last) => `، من ${first} إلى ${last}`,
    heading: (personas, respondents, days) => `${personas}، ${respondents}${days}`,
    standFor: (count) => (count === 1 ? 'تمثّل شخصيتك ' : 'تمثّل شخصياتك معًا '),
    inHundred: (low, high) => (low === high ? `نحو ${low} من كل 100` : `من ${low} إلى ${high} من كل 100`),
    how: { match: ' من المجيبين. ', strong: ' من المجيبين بقوة. ', every_rule: ' من المجيبين في كل القواعد. ' },
    already: (count, percent) => (count === 1 ? `واحدة منها وحدها تبلغ ${percent}. ` : `${formats.count(count)} منها تبلغ ${percent} وحدها. `),
    people,
    haveNobody: () => ' بلا من يمثّلهم.',
    everybody: 'للجميع من يمثّلهم.',
    tooFew: {
      match: (covered, n) => `أقل من أن يُحكم: ${covered} من ${n} يطابقون شخصية.`,
      strong: (covered, n) => `أقل من أن يُحكم: ${covered} من ${n} يطابقون شخصية بقوة.`,
      every_rule: (covered, n) => `أقل من أن يُحكم: ${covered} من ${n} يطابقون كل قواعد شخصية.`,
    },
    levels: { match: 'تطابق على الأقل', strong: 'قوي', every_rule: 'كل قواعد واحدة' },
    from: (threshold) => `درجة ${threshold}+`,
    definition: {
      match: 'المجيبون الذين يطابقون شخصية نشطة واحدة على الأقل، عند الحد المتوسط أو فوقه.',
      strong: 'المجيبون الذين يطابقون شخصية نشطة واحدة على الأقل بقوة.',
      every_rule: 'المجيبون الذين يجتازون كل قواعد شخصية نشطة واحدة على الأقل.',
    },
    method: 'يُحسب كل مجيب مرة واحدة بآخر رد له في هذه الأيام. المجال بطريقة ويلسون عند 95 %.',
    seeMissing: 'من لا تبلغهم',
  },

  warnings: {
    title: (count) => plural(count, { zero: 'لا شيء يحتاج تغييرًا', one: 'تنبيه واحد', two: 'تنبيهان', few: `${formats.count(count)} تنبيهات`, other: `${formats.count(count)} تنبيهًا` }),
    decided: 'كيف تُقرَّر',
    howDecided: 'متشابهتان: تسعة من كل عشرة من الصغرى يطابقون الأخرى أيضًا، ولا تبلغ وحدها إلا أقل من 1 من كل 100. لا تضيف أحدًا تقريبًا: تبلغ وحدها أقل من 1 من كل 100. واسعة: أقل من ثلاث قواعد، أو تغطية فوق 85 %. تنظر هذه إلى التطابق، أما «قليل» فإلى المستوى المختار أعلاه.',
    fine: 'لا شخصيتان تمثّلان الناس أنفسهم تقريبًا، وكل واحدة تبلغ من لا تبلغه غيرها.',
    too_similar: { title: (a, b) => `${a} و${b}: الناس أنفسهم تقريبًا.`, advice: 'انظر إليهما جنبًا إلى جنب قبل أن تبقي كلتيهما.' },
    adds_almost_nobody: { title: (a) => `${a} لا تضيف أحدًا تقريبًا.`, advice: 'احذفها أو غيّر قواعدها.' },
    too_broad: { title: (a) => `${a} تناسب الجميع تقريبًا، أو تسأل القليل.`, advice: 'ضيّقها وإلا أخفت الفجوة.' },
    few: { title: (name, level) => `${name}: أشخاص قليلون جدًا (${level}).`, advice: (n) => `ن = ${n}. انظر أي قواعدها تُبعد الناس.` },
    all: (count) => `عرض الكل، ${formats.count(count)}`,
    fewer: 'عرض أقل',
    both: 'من في كلتيهما',
    rules: 'القواعد',
  },

  coverage: {
    title: 'التغطية معًا',
    caption: 'مرتبة بحيث تضيف كل خطوة أكثر ما يمكن',
    bar: (parts) => `نسبة المجيبين التي تضيفها كل شخصية: ${parts}`,
    part: (name, percent) => `${name} ${percent}`,
    nobody: 'لا أحد',
    nobodyStands: 'لا أحد يمثّلهم',
    alone: { match: 'تطابق وحدها', strong: 'قوي وحدها', every_rule: 'كل القواعد وحدها' },
    where: 'أين تضيف، من كل المجيبين',
    adds: 'تضيف',
    union: 'معًا',
    lost: 'يُفقد بدونها',
    describe: 'صفهم',
    low: 'الأدنى، %',
    high: 'الأعلى، %',
    onlyPeople: (name) => `من لا تبلغهم إلا ${name}`,
  },

  overlap: {
    title: 'التداخل',
    caption: {
      match: 'من كل 100 مجيب يطابقون الصف، هذا العدد يطابق العمود أيضًا.',
      strong: 'من كل 100 مجيب يطابقون الصف بقوة، هذا العدد يطابق العمود أيضًا.',
      every_rule: 'من كل 100 مجيب يجتازون كل قواعد الصف، هذا العدد يجتاز كل قواعد العمود أيضًا.',
    },
    row: 'ممن يطابقون',
    column: 'يطابقون أيضًا',
    both: 'من في كلتيهما',
    share: 'النسبة، %',
    diagonal: 'القطر: ن',
    few: 'أقل من 30 شخصًا في كلتيهما',
    cell: (row, column, both, ofRow) => `${both} من ${ofRow} ممن يطابقون ${row} يطابقون ${column} أيضًا`,
    one: 'شخصية نشطة واحدة لا تتداخل مع أحد. فعّل ثانية لتقارن بينهما.',
  },

  combinations: {
    title: 'من يطابق أي تركيبة',
    caption: (shown, total, rest) =>
      total <= shown ? 'يُحسب كل مجيب مرة واحدة.' : `يُحسب كل مجيب مرة واحدة. أكبر ${formats.count(shown)} من ${formats.count(total)} تركيبة؛ وفي الباقي ${people(rest)}.`,
    nobody: 'لا أحد',
    exactly: (count, names) => `${count} من الأشخاص: ${names}`,
    combination: 'التركيبة',
    and: ' و',
  },

  gap: {
    title: 'من لا أحد يمثّلهم',
    ofAll: (percent, n, range) => `${percent} / ${n} · ${range}`,
    mostly: (answer, theirs, others) => `${theirs} يقولون «${answer}»، مقابل ${others} من الآخرين.`,
    draft: 'مسودة شخصية منهم',
    draftName: (answer) => `بلا ممثّل: ${answer}`,
    see: 'عرض الأشخاص',
    apart: 'ما يميّزهم',
    largest: 'أكبر فرق أولًا؛ فقط ما هو أكبر من الصدفة',
    these: 'هؤلاء، مع مجال 95 %',
    everyone: 'الآخرون',
    not: (percent) => `لا ${percent}`,
    answer: 'الإجابة',
    question: 'السؤال',
    theirs: 'منهم، %',
    othersShare: 'من الآخرين، %',
    n: 'ن',
    nothing: 'لا إجابة تميّزهم بأكثر من الصدفة.',
    tooFew: (n) => `أقل من أن يُعرف ما يميّزهم: ${n}. من 30 فصاعدًا يُقال هنا.`,
    nobody: 'للجميع شخصية عند هذا المستوى.',
  },

  list: {
    gap: 'لا أحد يمثّلهم',
    exactly: (names) => `فقط ${names}`,
    atLeast: (names) => `في كلتيهما: ${names}`,
    answers: 'الإجابات',
  },
};
