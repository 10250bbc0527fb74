import { describe, expect, it } from 'vitest';
import { toAttributeKey, toOptionKey, toTailKey, toUniqueKeys } from './attribute-keys.ts';
import { detectHeader } from './detect-header.ts';
import { refuseSummaryTable, refuseSummaryWorkbook } from './refuse-summary.ts';
import { toUniqueHeaders } from './unique-headers.ts';

const headersOf = (rows: string[][]): string[] => detectHeader(rows).columns.map((column) => column.header);

describe('detectHeader', () => {
  it('takes the first row of a plain table', () => {
    expect(detectHeader([['Age', ' City '], ['5', 'Rome']])).toMatchObject({ rowCount: 1, exporter: null, warnings: [], columns: [{ header: 'Age' }, { header: 'City' }] });
  });

  it('knows Google Forms by its time stamp', () => {
    expect(detectHeader([['Marca temporal', 'Edad'], ['1/2/2020', '5']]).exporter).toBe('google-forms');
  });

  it('reads the three rows of Qualtrics', () => {
    const rows = [['StartDate', 'Q1'], ['Anfangsdatum', 'How old are you?'], ['{"ImportId":"startDate"}', '{"ImportId":"QID1"}'], ['2020-01-01', '5']];
    expect(detectHeader(rows)).toMatchObject({ rowCount: 3, exporter: 'qualtrics', columns: [{ header: 'Anfangsdatum', shortName: 'StartDate' }, { header: 'How old are you?', shortName: 'Q1' }] });
  });

  it('reads the two rows of SurveyMonkey and continues questions to the right', () => {
    const rows = [['RespondentID', 'Which films?', '', 'Why?'], ['', 'Jaws', 'Alien', 'Open-Ended Response'], ['1', 'Jaws', '', 'Fun'], ['2', '', 'Alien', '']];
    expect(detectHeader(rows)).toMatchObject({ rowCount: 2, exporter: 'surveymonkey' });
    expect(headersOf(rows)).toEqual(['RespondentID', 'Which films?: Jaws', 'Which films?: Alien', 'Why?']);
  });

  it('knows SurveyMonkey in a language it was not told of by options that repeat', () => {
    const rows = [['ID', 'Welche Filme?', '', ''], ['', 'Jaws', 'Alien', 'Heat'], ['1', '', 'Alien', 'Heat'], ['2', 'Jaws', '', 'Heat']];
    expect(detectHeader(rows).rowCount).toBe(2);
  });

  it('does not take a blank name above data for a question that continues', () => {
    const rows = [['', 'a', 'b'], ['0', 'x', 'Response'], ['1', 'y', 'No response']];
    expect(detectHeader(rows)).toMatchObject({ rowCount: 1, warnings: [{ sentence: '1 column has no name: Column 1.' }] });
  });

  it('numbers repeated names and says so', () => {
    const { columns, warnings } = toUniqueHeaders(['Why?', 'why? ', 'Why? (2)', ''].map((header) => ({ header, shortName: null, question: header, option: null })));
    expect(columns.map(({ header }) => header)).toEqual(['Why?', 'why?  (3)', 'Why? (2)', 'Column 4']);
    expect(warnings.map(({ sentence }) => sentence)).toEqual(['1 column has no name: Column 4.', 'Names that occur more than once were numbered: "why? ".']);
  });

  it('refuses a title above the table and points out names that look like answers', () => {
    expect(() => detectHeader([['Survey 2024', '', ''], ['a', 'b', 'c'], ['1', '2', '3']])).toThrow(/only a title \("Survey 2024"\).*up to 3 cells/);
    expect(detectHeader([['5', '2020-01-01'], ['6', '2020-01-02']]).warnings).toMatchObject([{ note: { code: 'header_looks_like_answers' } }]);
  });
});

describe('refuseSummary', () => {
  it('refuses a table that counts answers', () => {
    expect(() => refuseSummaryTable([['My survey'], ['Q1'], ['Answered', '97'], ['Skipped', '0'], ['Answered', '96']])).toThrow(/summary \("My survey"\)/);
    expect(() => refuseSummaryTable([['status'], ['Answered'], ['Answered'], ['Answered']])).not.toThrow();
  });

  it('refuses a workbook with a sheet a question', () => {
    expect(() => refuseSummaryWorkbook(['Question 1', 'Question 2', 'Question 3'])).toThrow(/sheet for each question/);
    expect(() => refuseSummaryWorkbook(['Responses', 'Q1', 'Q2'])).not.toThrow();
  });
});

describe('keys', () => {
  it.each([
    ['What year were you born?', 'year_born'],
    ['StartDate', 'start_date'],
    ['IPAddress', 'ip_address'],
    ['¿Cómo aprendiste R?', 'cómo_aprendiste_r'],
    ['2nd choice', 'q_2nd_choice'],
    ['???', 'column_1'],
    ['What is it?', 'what_is_it'],
    ['__proto__', 'proto'],
    ['x'.repeat(100), 'x'.repeat(40)],
  ])('%j gives %s', (text, key) => {
    expect(toAttributeKey(text, 'column_1')).toBe(key);
  });

  it('say the option or the end of a question', () => {
    expect(toOptionKey('Please rate these characters', 'Han Solo', 'c')).toBe('rate_characters_han_solo');
    expect(toTailKey('Please rate how much you like the cuisine of Peru.', 'c')).toBe('rate_much_cuisine_peru');
  });

  it('are made unique', () => {
    expect(toUniqueKeys(['why', 'why', 'why_2', 'why'])).toEqual(['why', 'why_3', 'why_2', 'why_4']);
  });
});
