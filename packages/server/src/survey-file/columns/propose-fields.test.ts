import { describe, expect, it } from 'vitest';
import type { ColumnHeader } from '../header/survey-header.ts';
import type { RecognisedField } from '../recognition.ts';
import { ColumnProfile } from './column-profile.ts';
import { detectMulti } from './detect-multi.ts';
import { suggestMissingTokens } from './missing-tokens.ts';
import { recognisePersonalData } from './personal-data.ts';
import { proposeFields, toRecognisedColumn } from './propose-fields.ts';
import type { ProfiledColumn } from './propose-fields.ts';

function profiled(index: number, header: Partial<ColumnHeader> & { header: string }, answers: readonly string[]): ProfiledColumn {
  const profile = new ColumnProfile();
  for (const answer of answers) profile.add(answer);
  const facts = profile.facts();
  return { profile, facts, column: toRecognisedColumn({ shortName: null, question: header.header, option: null, ...header }, index, profile, facts) };
}

function field(header: string, answers: readonly string[]): RecognisedField {
  const [proposed] = proposeFields([profiled(0, { header }, answers)]);
  if (proposed === undefined) throw new Error('no field');
  return proposed;
}

const repeat = (values: readonly string[], times: number): string[] => Array.from({ length: times }, () => values).flat();

describe('proposed types', () => {
  it.each([
    ['month first, proved', ['1/2/2020', '12/27/2018 3:15'], { type: 'date', confidence: 'sure', dateOrder: 'mdy', reason: 'month first: 12/27/2018 3:15 exists' }],
    ['day first, proved', ['01.02.2020', '27.12.2018', 'N/A'], { type: 'date', confidence: 'sure', dateOrder: 'dmy', reason: 'day first: 27.12.2018 exists' }],
    ['either way', ['01/02/2020', '03/04/2020'], { type: 'date', confidence: 'check', dateOrder: 'mdy' }],
    ['ISO', ['2020-01-02', '2020-01-03T04:05:06Z'], { type: 'date', confidence: 'sure', dateOrder: null }],
    ['numbers', ['1', '2.5', '-3', '1,200'], { type: 'number', confidence: 'sure', reason: 'numbers from -3 to 1200' }],
    ['numbers with a word for no answer', ['1', 'N/A', '5'], { type: 'number', reason: 'whole numbers from 1 to 5, besides 1 that may mean no answer', missing: [{ token: 'N/A', count: 1 }] }],
    ['numbers and something else', [...repeat(['1', '2', '3'], 4), 'about 3'], { type: 'number', confidence: 'check', reason: 'whole numbers from 1 to 3, but 1 answer is no number: "about 3"' }],
    ['yes and no', ['Yes', 'no', ' YES ', ''], { type: 'boolean', confidence: 'sure' }],
    ['few values', repeat(['red', 'blue'], 5), { type: 'choice', confidence: 'sure', reason: '2 values' }],
    ['prose', Array.from({ length: 40 }, (_, index) => `I think number ${index}, really`), { type: 'text', confidence: 'sure' }],
    ['amounts with commas', repeat(['$0 - $24,999', '$25,000 - $49,999', '$50,000 - $99,999'], 5), { type: 'choice', delimiter: null }],
    ['nothing', ['', ' '], { type: 'text', confidence: 'check', reason: 'no answers' }],
  ] as const)('%s', (_, answers, expected) => {
    expect(field('Question', answers)).toMatchObject(expected);
  });

  it('sees day numbers of spreadsheets under the name of a date', () => {
    expect(field('Start date', ['43812', '43813.5'])).toMatchObject({ type: 'number', confidence: 'check', reason: expect.stringMatching(/day numbers/) });
  });
});

describe('detectMulti', () => {
  const counted = (values: readonly string[]): Map<string, number> => new Map(values.map((value) => [value, 2]));

  it('splits at commas, not inside parentheses', () => {
    expect(detectMulti(counted(['R (base, tidy)', 'R (base, tidy), SQL', 'SQL, Excel', 'Excel, R (base, tidy)']))).toMatchObject({ delimiter: ', ', options: expect.arrayContaining(['R (base, tidy)', 'SQL', 'Excel']), sparesParentheses: true });
  });

  it.each([
    ['; ', ['a; b', 'b; c', 'a', 'c; a']],
    ['|', ['a|b', 'b|c', 'a', 'c|a']],
    ['\n', ['a\nb', 'b\nc', 'a', 'c\na']],
    [',', ['a,b', 'b,c', 'a', 'c,a']],
  ])('finds %j', (delimiter, values) => {
    expect(detectMulti(counted(values))?.delimiter).toBe(delimiter);
  });

  it.each([
    ['names', ['Miller, Ann', 'Smith, Bob', 'Jones, Cy', 'Brown, Di']],
    ['a choice worded with commas', ['Never, I do not', 'Rarely, if at all', 'Daily, or more']],
    ['prose', ['Good, fast', 'Slow, but cheap', 'Nice people, mostly', 'I like it, a lot']],
  ])('leaves %s whole', (_, values) => {
    expect(detectMulti(counted(values))).toBeNull();
  });
});

describe('suggestMissingTokens', () => {
  it('suggests words and codes that stand apart, commonest first', () => {
    expect(suggestMissingTokens(new Map([['5', 40], ['7', 10], ['-1', 30], ['999', 3], ['n/a', 50]]))).toEqual([{ token: 'n/a', count: 50 }, { token: '-1', count: 30 }, { token: '999', count: 3 }]);
  });

  it('leaves numbers that belong to the others', () => {
    expect(suggestMissingTokens(new Map([['-1', 5], ['-2', 4], ['3', 5]]))).toEqual([]);
    expect(suggestMissingTokens(new Map([['99', 5], ['95', 4], ['80', 5]]))).toEqual([]);
  });
});

describe('roles', () => {
  it.each([
    ['How likely are you to recommend us?', ['0', '9', '10'], { role: 'metric', metric: { kind: 'nps', min: 0, max: 10 } }],
    ['How satisfied are you?', ['1', '5'], { role: 'metric', metric: { kind: 'satisfaction', min: 1, max: 5 } }],
    ['trust_rating', ['1', '7'], { role: 'metric', metric: { kind: 'trust', min: 1, max: 7 } }],
    ['Age', ['25', '64'], { role: 'demographic', metric: null }],
    ['RespondentID', ['331', '332'], { role: 'respondent' }],
    ['Response ID', ['R_1', 'R_2'], { role: 'external_id' }],
    ['day', ['1', '31'], { role: null, metric: null }],
  ] as const)('%s', (header, answers, expected) => {
    expect(field(header, answers)).toMatchObject(expected);
  });

  it('proposes one submission date for the file, the best of its candidates', () => {
    const fields = proposeFields(['StartDate', 'EndDate', 'RecordedDate'].map((header, index) => profiled(index, { header }, ['2020-01-02'])));
    expect(fields.map((proposed) => proposed.role)).toEqual([null, null, 'submitted_at']);
  });

  it.each([
    ['e-mail', 'Contact', ['a@b.org', 'c@d.com']],
    ['ip address', 'Origin', ['130.92.34.66', '::1']],
    ['phone', 'Reach you', ['+49 30 123 4567', '(020) 7946-0958']],
    ['name', 'Last name', []],
    ['location', 'LocationLatitude', ['47.1']],
    [null, 'Which e-mail client do you use?', ['Mutt']],
    [null, 'Product name', ['Likeness']],
  ] as const)('personal data: %s', (kind, header, values) => {
    expect(recognisePersonalData([header], values)).toBe(kind);
  });
});

describe('column-per-option questions', () => {
  const question = 'Which do you use?';
  const option = (index: number, name: string, answers: string[]): ProfiledColumn => profiled(index, { header: `${question}: ${name}`, question, option: name }, answers);

  it('become one multi field, their open "other" a field of its own', () => {
    const fields = proposeFields([option(0, 'R', ['R', '', 'R']), option(1, 'SQL', ['', 'SQL', 'sql']), option(2, 'Nobody', ['', '', '']), option(3, 'Other', ['Julia', '', ''])]);
    expect(fields).toMatchObject([
      { key: 'use', header: question, columns: [0, 1, 2], type: 'multi', confidence: 'sure', delimiter: null, reason: '3 columns, one for each option' },
      { key: 'use_other', columns: [3] },
    ]);
  });

  it('stay apart when they are rows of a grid', () => {
    expect(proposeFields([option(0, 'R', ['often', 'never']), option(1, 'SQL', ['never', 'often'])]).map((proposed) => proposed.columns)).toEqual([[0], [1]]);
  });
});
