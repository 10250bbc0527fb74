import type { Schemas } from '@likeness/sdk';
import { formats } from '../../ui/formats.ts';

type Note = Schemas['RecognitionNote'];
type Params = Note['params'];

const count = (value: string | number | undefined): string => formats.count(Number(value ?? 0));
const isOne = (value: string | number | undefined): boolean => Number(value) === 1;
const ORDERS: Readonly<Record<string, string>> = { mdy: 'الشهر أولًا', dmy: 'اليوم أولًا', ymd: 'السنة أولًا' };
const EXPECTED: Readonly<Record<string, string>> = {
  mdy: 'المتوقع شهر / يوم / سنة.', dmy: 'المتوقع يوم / شهر / سنة.', ymd: 'المتوقع سنة / شهر / يوم.', iso: 'المتوقع سنة-شهر-يوم، مثل 2026-01-31 أو 2026-01-31 14:05.',
};
const SPLITS: Readonly<Record<string, string>> = { line: 'فواصل الأسطر', comma: 'الفواصل', semicolon: 'الفواصل المنقوطة', bar: 'الخطوط العمودية' };

/** The sentences of the server about a file, in Arabic, by their codes. */
const NOTES: Record<Note['code'], (p: Params) => string> = {
  as_told: () => 'كما قيل',
  byte_order_mark: () => 'يبدأ الملف بعلامة ترتيب البايتات',
  zero_bytes: (p) => `كل بايت ثانٍ صفر في ${p['percent']}٪ من الأزواج`,
  only_ascii: () => 'محارف ASCII فقط',
  valid_utf8: () => 'كل تسلسل بايتات صالح في UTF-8',
  mostly_utf8: (p) => `${count(p['valid'])} محرف صالح في UTF-8، و${count(p['invalid'])} تسلسل غير صالح`,
  reads_better: (p) => `ليس UTF-8؛ ${isOne(p['is_old_mac']) ? 'تنتهي الأسطر كما في أجهزة Mac القديمة' : `تُفهم الحروف والعلامات أفضل بترميز ${p['encoding']}`}${example(p)}`,
  invalid_utf8_places: (p) => `${count(p['count'])} موضع فيه بايتات ليست UTF-8.`,
  damaged_text: (p) => `تلفت بعض المحارف قبل حفظ الملف${example(p)}. تبقى كما هي.`,
  encoding_guessed: (p) => `الترميز تخمين: ${NOTES.reads_better(p)}.`,
  columns_even: (p) => `لكل الصفوف المفحوصة ${count(p['columns'])} عمود بهذه الطريقة`,
  columns_uneven: (p) => `${count(p['uneven'])} من ${count(p['rows'])} صفًا مفحوصًا لا يوافق عدد أعمدة الصف الأول (${count(p['columns'])})`,
  one_column: () => 'لا شيء يقسم الصفوف، فهناك عمود واحد',
  header_told: (p) => `أول ${count(p['rows'])} من الصفوف يسمّي الأعمدة، كما قيل`,
  header_none: () => 'لا صف يسمّي الأعمدة، كما قيل',
  header_plain: () => 'الصف الأول يسمّي الأعمدة',
  header_google_forms: () => 'الصف الأول يسمّي الأعمدة ويبدأ بالطابع الزمني لـ Google Forms',
  header_qualtrics_three: () => 'أسماء وأسئلة ومعرّفات استيراد، كما يكتبها Qualtrics',
  header_qualtrics_two: () => 'أسماء ومعرّفات استيراد، كما يكتبها Qualtrics',
  header_surveymonkey: () => 'أسئلة وتحتها خياراتها؛ السؤال الفارغ يتابع ما قبله، كما يكتب SurveyMonkey',
  header_looks_like_answers: () => 'يبدو الصف الأول إجابات لا أسماء أعمدة. إن كان كذلك فاختر «بلا صف عناوين».',
  unnamed_columns: (p) => `أعمدة بلا اسم (${count(p['count'])}): ${listed(p)}.`,
  repeated_names: (p) => `رُقّمت الأسماء المتكررة: ${listed(p)}.`,
  other_sheets: (p) => `تُقرأ الورقة «${p['sheet']}» وحدها؛ في المصنف أيضًا ${p['names']}.`,
  rows_unreadable: (p) => `لا يمكن قراءة ${count(p['count'])} من ${count(p['rows'])} صفًا، أولها في السطر ${count(p['line'])}: ${NOTES[p['problem'] as Note['code']](p)}`,
  no_answers: () => 'لا إجابات',
  option_columns: (p) => `${count(p['count'])} أعمدة، واحد لكل خيار`,
  iso_dates: () => 'تواريخ ISO، السنة أولًا',
  dates_proved: (p) => `${ORDERS[p['order'] ?? '']}: يوجد ${p['proof']}`,
  dates_assumed: (p) => `يمكن قراءة كل تاريخ بالشهر أولًا وباليوم أولًا؛ افتُرض ${ORDERS[p['order'] ?? '']}`,
  numbers: (p) =>
    `${isOne(p['is_whole']) ? 'أعداد صحيحة' : 'أعداد'} من ${p['min']} إلى ${p['max']}`
    + (Number(p['missing'] ?? 0) === 0 ? '' : `، عدا ${count(p['missing'])} قد تعني بلا إجابة`)
    + (Number(p['others'] ?? 0) === 0 ? '' : `، لكن ${count(p['others'])} من الإجابات ليست أعدادًا: ${p['example']}`)
    + (isOne(p['may_be_days']) ? '؛ قد تكون أرقام أيام Excel للتواريخ' : ''),
  only_values: (p) => `فقط ${String(p['values']).replace(' and ', ' و')}`,
  several_values: (p) => `مفصولة عند ${SPLITS[p['split'] ?? '']}${isOne(p['spares_parentheses']) ? '، لا داخل ( )' : ''}: ${p['percent']}٪ من الإجابات تحوي عدة قيم من ${count(p['options'])}`,
  values: (p) => values(p),
  values_with_common: (p) => `${values(p)}، وأكثر 20 شيوعًا هي ${p['percent']}٪ من الإجابات`,
  values_in_answers: (p) => `${values(p)} في ${count(p['answers'])} إجابة`,
  too_few_fields: (p) => `${count(p['width'])} من ${count(p['columns'])} حقول. ${span(p) || 'ربما قُطع سطر داخل علامتي اقتباس.'}`,
  too_many_fields: (p) => `${count(p['width'])} حقول حيث توجد ${count(p['columns'])} أعمدة. ${span(p) || 'ربما ينقص فاصلًا داخل إجابة علامتا اقتباس.'}`,
  nul_byte: () => 'في خلية بايت NUL، وهو ليس نصًا.',
  invalid_bytes: () => 'في خلية بايتات ليست نصًا في ترميز الملف.',
  cell_too_long: (p) => `خلية فيها أكثر من ${count(p['limit'])} محرف. ${span(p)}`,
  unclosed_quote: (p) => `علامة اقتباس فُتحت في صف السطر ${count(p['from_line'])} ولم تُغلق، فعُدّ كل شيء حتى السطر ${count(p['to_line'])} صفًا واحدًا.`,
  no_date: () => 'لا يُعرف متى أُرسل هذا. املأ التاريخ، أو أعطِ تاريخًا لكل الصفوف التي بلا تاريخ.',
  not_a_date: (p) => `${p['text']} ليس تاريخًا. ${EXPECTED[p['order'] ?? '']}`,
  date_before_1900: (p) => `${p['text']} قبل عام 1900. ${EXPECTED[p['order'] ?? '']}`,
  date_in_future: (p) => `${p['text']} في المستقبل. ${EXPECTED[p['order'] ?? '']}`,
  id_too_long: (p) => `للمعرّف ${count(p['limit'])} محرف على الأكثر؛ هذا ${count(p['length'])}.`,
};

const AGAIN = 'صدّر الردود بصيغة CSV أو XLSX واستخدم ذلك الملف.';

/** Why a file is refused as a whole, by the code of the server. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'empty-file': 'الملف فارغ.',
  'header-only': 'في الملف أسماء أعمدة ولا إجابات تحتها.',
  'file-too-large': 'الملف أكبر من الحد. قسّمه أو ارفع الحد.',
  'too-many-rows': 'صفوف الملف أكثر من الحد. قسّمه أو ارفع الحد.',
  'too-many-columns': 'أعمدة الملف أكثر من الحد.',
  'workbook-too-large': 'المصنف أكبر مما يُقرأ. احفظ الورقة بصيغة CSV واستخدم ذلك الملف.',
  'workbook-broken': 'المصنف تالف أو مقطوع. احفظه ثانية وأعد المحاولة.',
  'workbook-encrypted': 'المصنف محمي بكلمة مرور. احفظه بلا كلمة مرور.',
  'old-excel': 'هذا مصنف بصيغة Excel القديمة (xls). احفظه بصيغة xlsx أو CSV.',
  'archive': 'هذا أرشيف وليس جدول ردود. فكّه واستخدم الملف الذي فيه.',
  'image': `هذه صورة وليست جدول ردود. ${AGAIN}`,
  'pdf': `هذا مستند PDF وليس جدول ردود. ${AGAIN}`,
  'web-page': `هذه صفحة ويب وليست جدول ردود. ${AGAIN}`,
  'binary': `هذا ملف ثنائي وليس جدول ردود. ${AGAIN}`,
  'json': `هذا مستند JSON وليس جدول ردود. ${AGAIN}`,
  'summary': 'هذا ملخص وليس ردودًا. صدّر الردود المفردة (صف لكل شخص).',
  'no-column-names': 'الصف الأول عنوان فقط. احذف الصفوف التي فوق أسماء الأعمدة وحاول ثانية.',
  'no-such-sheet': 'لا ورقة بهذا الاسم في المصنف.',
};

/** A sentence of the server in Arabic; the English one where it has no code. */
export function toArabic(note: Note | null, sentence: string): string {
  return note === null ? sentence : NOTES[note.code](note.params);
}

function example({ example: text = '', between = '' }: Params): string {
  if (between !== '') return `، مثل مسافة غير فاصلة بين ${String(between).replace(' and ', ' و')}`;
  return text === '' ? '' : `، مثل ${text}`;
}

function listed({ names = '', more = 0 }: Params): string {
  return `${names}${Number(more) === 0 ? '' : ` و${count(more)} غيرها`}`;
}

function values(p: Params): string {
  return `${isOne(p['has_more']) ? 'أكثر من ' : ''}${isOne(p['values']) ? 'قيمة واحدة' : `${count(p['values'])} قيمة`}`;
}

function span(p: Params): string {
  return p['to_line'] === undefined ? '' : `يمتد من السطر ${count(p['from_line'])} إلى السطر ${count(p['to_line'])}: ربما لم تُغلق علامة اقتباس.`;
}
