import { describe, expect, it } from 'vitest';
import { parsePersonasFile } from './parse-personas-file.ts';
import { PersonasFileError } from './personas-file-error.ts';

function problemsOf(input: unknown): string[] {
  try {
    parsePersonasFile(typeof input === 'string' ? input : JSON.stringify(input));
  } catch (error) {
    if (error instanceof PersonasFileError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

const PERSONAS = [{ name: 'Maya', mapping_rules: {} }];

describe('parsePersonasFile', () => {
  it('reads all that a file may hold', () => {
    const file = parsePersonasFile(`\uFEFF${JSON.stringify({
      fields: { goals: { type: 'multi', delimiter: ', ', missing: ['none', -1] }, when: { type: 'date', date_order: 'dmy' } },
      respondent: 'email',
      metrics: { nps: { field: 'q7', kind: 'nps' }, joy: { field: 'q8', kind: 'mean', min: 1, max: 5 }, yes: { field: 'q9', kind: 'share', value: 'yes' } },
      personas: [{ name: ' Maya ', mapping_rules: { age: { min: 25 } } }],
    })}`);
    expect(file).toEqual({
      fields: [{ name: 'goals', type: 'multi', delimiter: ', ', missing: ['none', '-1'] }, { name: 'when', type: 'date', dateOrder: 'dmy' }],
      respondent: 'email',
      metrics: [{ name: 'nps', field: 'q7', kind: 'nps' }, { name: 'joy', field: 'q8', kind: 'mean', min: 1, max: 5 }, { name: 'yes', field: 'q9', kind: 'share', value: 'yes' }],
      personas: [{ name: 'Maya', mappingRules: { age: { min: 25 } } }],
    });
  });

  it.each([
    ['{"personas": [', /^: The personas file is no JSON: /],
    [[], /^: Expected an object: a personas file has fields, respondent, metrics and personas\.$/],
    [{}, /^personas: Expected a list of personas/],
    [{ personas: [] }, /^personas: There are no personas\.$/],
    [{ personas: PERSONAS, persona: 1 }, /^: Unknown key "persona": a personas file has/],
    [{ personas: [{ mapping_rules: {} }] }, /^personas\[0\]\.name: Expected a text\.$/],
    [{ personas: [{ name: 'A' }] }, /^personas\[0\]\.mapping_rules: Expected mapping rules, such as/],
    [{ personas: [{ name: 'A', mapping_rules: {}, rules: {} }] }, /^personas\[0\]: Unknown key "rules": a persona has name and mapping_rules\.$/],
    [{ personas: [...PERSONAS, { name: 'MAYA', mapping_rules: {} }] }, /^personas\[1\]\.name: "MAYA" is already the name of personas\[0\]/],
    [{ personas: PERSONAS, fields: { 'What now?': { type: 'list' } } }, /^fields\["What now\?"\]\.type: Expected "text", "number"/],
    [{ personas: PERSONAS, fields: { a: { delimiter: '' } } }, /^fields\.a\.delimiter: An empty delimiter/],
    [{ personas: PERSONAS, fields: { a: {}, b: { aliases: ['A'] } } }, /^fields\.b\.aliases\[0\]: "A" already means the field "a"/],
    [{ personas: PERSONAS, metrics: { m: { field: 'a', kind: 'median' } } }, /^metrics\.m\.kind: Expected "nps", "mean" or "share"\.$/],
    [{ personas: PERSONAS, metrics: { m: { field: 'a', kind: 'nps', max: 10 } } }, /^metrics\.m: Unknown key "max": an NPS \(its scale is always 0 to 10\)/],
    [{ personas: PERSONAS, metrics: { m: { field: 'a', kind: 'mean', min: 5, max: 1 } } }, /^metrics\.m: min is above max\.$/],
    [{ personas: PERSONAS, metrics: { m: { field: 'a', kind: 'share' } } }, /^metrics\.m\.value: Expected the answer that is counted\.$/],
  ])('refuses %j with the place and what would be right', (input, problem) => {
    const problems = problemsOf(input);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });
});
