import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FieldDefinition, compileDictionary } from '../answers/dictionary.ts';
import type { ResponseData } from '../answers/find-answer.ts';
import { attributesOf } from '../rules/attributes-of.ts';
import type { Condition, RuleSet, Test } from '../rules/rule-set.ts';
import { formatScore } from '../rules/score.ts';
import { appendResponses } from './append-responses.ts';
import { compileKernel } from './compile-kernel.ts';
import { createFrame } from './create-frame.ts';

/**
 * Two public surveys for which an independent program scored every row with exact fractions. They are not part of this
 * repository (their licences differ). Its rules are translated here: columns are trimmed headers, cells are text.
 */
const shared = process.env['LIKENESS_SHARED'] ?? join(import.meta.dirname, '../../../../../shared');
const surveys = [
  { name: 'r-community-survey', file: '2018-english-form-responses.tsv', separator: '\t' },
  { name: 'uci-bank-marketing', file: 'bank-full.csv', separator: ';' },
].map((survey) => ({ ...survey, folder: join(shared, 'data', survey.name) }));

if (!existsSync(shared)) console.info(`${shared} is absent: rows of the public surveys are not scored by kernel.`);

type OracleRule = { column: string; type: string; values?: string[]; min?: number; max?: number; delimiter?: string };
type Oracle = { personas: { id: string; rules: OracleRule[] }[] };

function toTest({ type, values = [], min, max }: OracleRule): Test {
  if (type === 'range') return { between: [min ?? null, max ?? null] };
  if (type === 'one_of') return { in: values };
  if (type === 'multi_any') return { anyOf: values };
  if (type === 'multi_all') return { allOf: values };
  if (type === 'text_contains_any') return { contains: values };
  throw new Error(`unknown rule ${type}`);
}

function toRuleSet(rules: readonly OracleRule[]): RuleSet {
  const toCondition = (rule: OracleRule): Condition => ({ attribute: rule.column.trim(), is: toTest(rule) });
  return { missing: 'unmatched', rules: rules.map((rule, index) => ({ condition: toCondition(rule), weight: 1000, required: false, label: `${index}` })) };
}

/** The cells of delimited text with quotes, row by row. */
function readCells(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"' && isQuoted && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (isQuoted || (character !== separator && character !== '\n')) cell += character;
    else {
      rows.at(-1)!.push(cell.replace(/\r$/u, ''));
      cell = '';
      if (character === '\n') rows.push([]);
    }
  }
  if (cell !== '' || rows.at(-1)!.length > 0) rows.at(-1)!.push(cell);
  return rows.filter((row) => row.length > 0);
}

describe('the public surveys', () => {
  it.each(surveys)('$name: the kernel gives every row the independent score', ({ folder, file, separator }) => {
    if (!existsSync(folder)) return;
    const { personas } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Oracle;
    const rules = personas.flatMap((persona) => persona.rules);
    const fields = new Map<string, FieldDefinition>();
    for (const { column, delimiter } of rules) {
      const name = column.trim();
      fields.set(name, { ...fields.get(name), name, ...(delimiter === undefined ? {} : { delimiter }) });
    }
    const dictionary = compileDictionary([...fields.values()]);
    const [header = [], ...lines] = readCells(readFileSync(join(folder, file), 'utf8').replace(/^\ufeff/u, ''), separator);
    const ruleSets = personas.map((persona) => toRuleSet(persona.rules));
    const frame = createFrame(ruleSets.flatMap(attributesOf));
    const toData = (line: readonly string[]): ResponseData => Object.fromEntries(header.map((name, place) => [name, line[place] ?? '']));
    appendResponses(frame, dictionary, lines.map((line, id) => ({ id, respondent: null, day: '2026-01-01', submittedAtMs: 0, responseData: toData(line) })));

    const [titles = '', ...expected] = readFileSync(join(folder, 'expected_rows.csv'), 'utf8').trim().split(/\r?\n/u);
    expect(frame.rowCount).toBe(expected.length);
    const cells = expected.map((line) => line.split(','));
    for (const [index, ruleSet] of ruleSets.entries()) {
      const kernel = compileKernel(ruleSet, frame);
      const patterns = new Uint32Array(frame.rowCount);
      kernel.run(0, frame.rowCount, patterns);
      const place = titles.split(',').indexOf(`${personas[index]!.id}_score`);
      const wrong = cells.filter((row, at) => row[place] !== formatScore(kernel.scoreOf(patterns[at]!).scoreHundredths));
      expect(place).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    }
  });
});
