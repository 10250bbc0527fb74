import { describe, expect, it } from 'vitest';
import { recogniseSurveyFile } from './recognise-survey-file.ts';
import { textSource } from './survey-fixtures.testing.ts';
import { toFieldPlan, toQuestionPlan } from './to-fields.ts';

const FILE =
  'RespondentID,When did you join?,Which films did you see?,,,What year were you born?\n' +
  ',Response,Jaws,Alien,Other (please specify),Response\n' +
  '1,12/27/2018,Jaws,Alien,,1980\n2,1/2/2019,,Alien,Heat,99\n3,1/3/2019,,,, \n';

const CELLS = ['1', '12/27/2018', 'Jaws', 'Alien', '', ' '];

describe('toFieldPlan', () => {
  it('declares the fields as proposed, with the questions as aliases', async () => {
    const plan = toFieldPlan(await recogniseSurveyFile(textSource(FILE)));
    expect(plan.fields).toEqual([
      { name: 'respondent_id', type: 'number', aliases: ['RespondentID'] },
      { name: 'join', type: 'date', aliases: ['When did you join?'], dateOrder: 'mdy' },
      { name: 'films_see', type: 'multi', aliases: ['Which films did you see?'] },
      { name: 'films_see_other', type: 'text', aliases: ['Which films did you see?: Other (please specify)'] },
      { name: 'year_born', type: 'number', aliases: ['What year were you born?'] },
    ]);
    expect({ ...plan.toResponseData(CELLS) }).toEqual({ respondent_id: '1', join: '12/27/2018', films_see: ['Jaws', 'Alien'] });
  });

  it('follows corrections, and applies missing tokens only then', async () => {
    const plan = toFieldPlan(await recogniseSurveyFile(textSource(FILE)), {
      year_born: { key: 'birth_year', missing: ['99'] },
      join: { dateOrder: 'dmy' },
      films_see_other: { isLeftOut: true },
      films_see: { type: 'text' },
    });
    expect(plan.fields).toMatchObject([{ name: 'respondent_id' }, { name: 'join', dateOrder: 'dmy' }, { name: 'films_see', type: 'text' }, { name: 'birth_year', missing: ['99'] }]);
  });

  it.each([
    [{ nothing: {} }, /no proposed field "nothing"/],
    [{ join: { key: 'Year_Born' } }, /Two fields have the key "year_born"/],
    [{ join: { key: ' ' } }, /needs a key/],
  ])('refuses the correction %j', async (corrections, message) => {
    const recognition = await recogniseSurveyFile(textSource(FILE));
    expect(() => toFieldPlan(recognition, corrections)).toThrow(message);
  });
});

describe('toQuestionPlan', () => {
  it('names answers by their questions and guesses nothing', async () => {
    const plan = toQuestionPlan(await recogniseSurveyFile(textSource(FILE)));
    expect(plan.fields).toEqual([
      { name: 'RespondentID' },
      { name: 'When did you join?', type: 'date', dateOrder: 'mdy' },
      { name: 'Which films did you see?', type: 'multi' },
      { name: 'Which films did you see?: Other (please specify)' },
      { name: 'What year were you born?' },
    ]);
    expect({ ...plan.toResponseData(CELLS) }).toEqual({ RespondentID: '1', 'When did you join?': '12/27/2018', 'Which films did you see?': ['Jaws', 'Alien'] });
  });

  it('also answers to the short names of Qualtrics', async () => {
    const text = 'StartDate,Q1\nAnfangsdatum,"How old, please?"\n"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}"\n2020-01-01,5\n';
    const plan = toQuestionPlan(await recogniseSurveyFile(textSource(text)));
    expect(plan.fields).toEqual([{ name: 'Anfangsdatum', aliases: ['StartDate'] }, { name: 'How old, please?', aliases: ['Q1'] }]);
  });

  it('is safe with a column called __proto__', async () => {
    const plan = toQuestionPlan(await recogniseSurveyFile(textSource('__proto__,b\nx,y\n')));
    expect(Object.keys(plan.toResponseData(['x', 'y']))).toEqual(['__proto__', 'b']);
  });
});
