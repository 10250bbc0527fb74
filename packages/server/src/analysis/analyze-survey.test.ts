import { compileDictionary, evaluateNaively, formatScore, parseRuleSet } from '@likeness/core';
import { describe, expect, it } from 'vitest';
import { DEMO_PERSONAS } from '../features/demo/demo-personas.ts';
import { generateDemoResponses } from '../features/demo/generate-demo-responses.ts';
import { toCsvLine } from '../survey-file/csv/write-csv.ts';
import { textSource } from '../survey-file/survey-fixtures.testing.ts';
import { analyzeSurvey } from './analyze-survey.ts';
import { parsePersonasFile } from './parse-personas-file.ts';

const KEYS = ['age', 'gender', 'location', 'occupation', 'company_size', 'plan', 'goals', 'frustrations', 'channels', 'satisfaction', 'nps_score', 'comment'];
const MULTI = ['goals', 'frustrations', 'channels'];
const fields = Object.fromEntries(MULTI.map((name) => [name, { type: 'multi', delimiter: '; ' }]));

function personasFile(more: object): ReturnType<typeof parsePersonasFile> {
  return parsePersonasFile(JSON.stringify(more));
}

const AGE = { personas: [{ name: 'Adult', mapping_rules: { age: { min: 18 }, plan: ['pro'], city: ['Rome'] } }] };

describe('analyzeSurvey', () => {
  it('scores every row of a survey of our own as the naive interpreter does', async () => {
    const responses = generateDemoResponses(new Date('2026-06-01T00:00:00Z'), 7, 1500);
    const lines = responses.map(({ respondentKey, responseData }) =>
      toCsvLine([respondentKey, ...KEYS.map((key) => {
        const value = responseData[key];
        return Array.isArray(value) ? value.join('; ') : (value as string | number | null | undefined);
      })]));
    const personas = DEMO_PERSONAS.map(({ name, mapping_rules }) => ({ name, mapping_rules }));
    const metrics = { nps: { field: 'nps_score', kind: 'nps' }, satisfaction: { field: 'satisfaction', kind: 'mean', min: 1, max: 5 }, business: { field: 'plan', kind: 'share', value: 'business' } };
    const rows: (string | undefined)[][] = [];
    const { report, suggestions } = await analyzeSurvey(textSource(toCsvLine(['customer', ...KEYS]) + lines.join('')), personasFile({ fields, respondent: 'customer', metrics, personas }), {
      onRow: (_, scores) => void rows.push((scores ?? []).map((score) => score?.scoreHundredths).map((score) => (score === undefined ? undefined : formatScore(score)))),
    });

    const dictionary = compileDictionary(MULTI.map((name) => ({ name, type: 'multi' as const })));
    const ruleSets = personas.map(({ mapping_rules }) => {
      const parsed = parseRuleSet(mapping_rules, { dictionary });
      if (!parsed.ok) throw new Error('the demo rules are wrong');
      return parsed.ruleSet;
    });
    expect(rows).toEqual(responses.map(({ responseData }) => ruleSets.map((ruleSet) => formatScore(evaluateNaively(ruleSet, dictionary, responseData).scoreHundredths))));

    const people = new Map(responses.map(({ respondentKey, responseData }, index) => [respondentKey ?? `row ${index}`, responseData]));
    const matching = ruleSets.map((ruleSet) => [...people.values()].filter((data) => evaluateNaively(ruleSet, dictionary, data).band !== 'weak').length);
    expect(report).toMatchObject({ responses: 1500, respondents: people.size });
    expect(report.personas.map(({ coverage }) => coverage.count)).toEqual(matching);
    expect(report.metrics['nps']).toMatchObject({ answered: responses.filter(({ responseData }) => 'nps_score' in responseData).length });
    expect(report.metrics['business']).toMatchObject({ count: responses.filter(({ responseData }) => responseData['plan'] === 'Business').length });
    expect(suggestions.filter((suggestion) => suggestion.includes('no column'))).toEqual([]);
  });

  it('counts a person once, by the latest row where the file proves its dates, and rows without a person apart', async () => {
    const rows = ['Timestamp,person,age', ...Array.from({ length: 20 }, (_, index) => `2026-01-${index + 10},p${index},40`)];
    rows.push('2026-01-09,late,40', '2026-01-08,late,10', '2026-01-07,,40', '2026-01-06,,10');
    const file = personasFile({ respondent: 'person', personas: [{ name: 'Adult', mapping_rules: { age: { min: 18 } } }] });
    const { report, respondents } = await analyzeSurvey(textSource(rows.join('\n')), file);
    expect(respondents).toEqual({ field: 'person', latestBy: 'Timestamp' });
    expect(report).toMatchObject({ responses: 24, respondents: 23 });
    expect(report.personas[0]?.coverage.count).toBe(22);
  });

  it('reads a question by its whole text, by its key, and by a declared name', async () => {
    const source = textSource('How old are you?,Plan\n20,pro\n30,free\n17,pro\n');
    const rules = (attribute: string) => ({ rules: [{ attribute, is: { atLeast: 18 } }] });
    const file = personasFile({
      fields: { years: { aliases: ['how old are you?'], missing: [20] } },
      personas: ['years', 'How old are you?'].map((name) => ({ name, mapping_rules: rules(name) })),
    });
    const { report } = await analyzeSurvey(source, file);
    expect(report.personas.map(({ rules: [rule] }) => rule)).toEqual([{ label: 'years', matched: 1, missing: 1 }, { label: 'How old are you?', matched: 1, missing: 1 }]);
  });

  it('takes the columns of a check-all-that-apply question for one answer, in the short form too', async () => {
    const header = 'Respondent ID,Which tools do you use? (Select all that apply),,\n,Hammer,Saw,Drill\n';
    const body = Array.from({ length: 12 }, (_, index) => `${index + 1},${index % 2 ? 'Hammer' : ''},${index % 3 ? 'Saw' : ''},Drill\n`).join('');
    const question = 'Which tools do you use? (Select all that apply)';
    const { report } = await analyzeSurvey(textSource(header + body), personasFile({ personas: [{ name: 'Carpenter', mapping_rules: { [question]: ['hammer'] } }] }));
    expect(report.personas[0]?.rules).toEqual([{ label: question, matched: 6, missing: 0 }]);
  });

  it('leaves out rows that cannot be read and says where the first one is', async () => {
    const { report, unreadable } = await analyzeSurvey(textSource('age,plan,city\n30,pro,Rome\n31,pro\n32,pro,Rome\n'), personasFile(AGE));
    expect(report.responses).toBe(2);
    expect(unreadable).toEqual({ count: 1, first: expect.stringMatching(/^line 3: 2 of 3 fields/) });
  });

  it('shows a persona without rules as such, never as 0 %', async () => {
    const { report } = await analyzeSurvey(textSource('age,plan,city\n30,pro,Rome\n'), personasFile({ personas: [{ name: 'Empty', mapping_rules: {} }, ...AGE.personas] }));
    expect(report.personas[0]).toMatchObject({ verdict: 'no rules yet', mean_score: null, coverage: { count: 0, percentage: null } });
    expect(report.personas[1]?.coverage.count).toBe(1);
  });

  it('stops when it is told to', async () => {
    const source = textSource(`age,plan\n${'30,pro\n'.repeat(5000)}`);
    await expect(analyzeSurvey(source, personasFile(AGE), { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
  });

  it('names the place of every wrong rule', async () => {
    const file = personasFile({ personas: [...AGE.personas, { name: 'B', mapping_rules: { rules: [{ attribute: 'age', is: { between: [40, 30] } }, { attribute: 'age', is: { about: 3 } }] } }, { name: 'C', mapping_rules: { 'how old?': { from: 3 } } }] });
    await expect(analyzeSurvey(textSource('age,plan\n30,pro\n31,pro\n'), file)).rejects.toMatchObject({
      problems: [
        { path: expect.stringMatching(/^personas\[1\]\.mapping_rules\.rules\[0\]\.is\.between/) },
        { path: expect.stringMatching(/^personas\[1\]\.mapping_rules\.rules\[1\]\.is/) },
        { path: expect.stringMatching(/^personas\[2\]\.mapping_rules\["how old\?"\]/) },
      ],
    });
  });

  it('refuses a respondent field that the survey does not have', async () => {
    await expect(analyzeSurvey(textSource('age,plan\n30,pro\n'), personasFile({ ...AGE, respondent: 'email' }))).rejects.toThrow('respondent: The survey has no column "email"');
  });

  it('suggests in words, and applies nothing', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `${20 + (index % 30)},${index % 4 ? 'pro' : 'unknown'},"${['Email, Phone', 'Email', 'Phone, Chat', 'Email, Chat'][index % 4]}"\n`);
    const file = personasFile({
      personas: [{ name: 'P', mapping_rules: { rules: [
        { attribute: 'agee', is: { atLeast: 18 } },
        { attribute: 'plan', is: { in: ['enterprise'] }, label: 'big' },
        { attribute: 'channels (tick all that apply)', is: { in: ['Email'] } },
      ] } }],
    });
    const { suggestions, report } = await analyzeSurvey(textSource(`age,plan,channels (tick all that apply)\n${rows.join('')}`), file);
    expect(suggestions).toEqual([
      'The survey has no column “agee”; it is used by persona "P", and counts as never answered. Did you mean “age”?',
      'Some answers may mean "no answer", and only empty cells count as missing: “plan” has “unknown” (15 times). To count them as missing, declare them, as in "fields": {"plan":{"missing":["unknown"]}}.',
      expect.stringMatching(/^“channels \(tick all that apply\)” looks as if a cell may hold several answers .*declare under "fields": "channels \(tick all that apply\)": \{"type":"multi","delimiter":", "\}\.$/),
      'Nobody matches the rule “big” of “P”, which looks at “plan”. Its answers look like “unknown”, “pro”.',
    ]);
    expect(report.personas[0]?.rules.map(({ missing }) => missing)).toEqual([60, 0, 0]);
  });
});
