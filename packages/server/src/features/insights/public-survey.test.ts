import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ALL_DAYS, appendResponses, compileKernel, countAnswerCodes, countCombinations, countScores, createFrame, DEFAULT_BAND_THRESHOLDS, findDifferingAnswers, markWindowRows,
  readColumnAnswers,
} from '@likeness/core';
import type { FrameResponse } from '@likeness/core';
import { expect, it } from 'vitest';
import { parsePersonasFile } from '../../analysis/parse-personas-file.ts';
import { planSurvey } from '../../analysis/plan-survey.ts';
import { readSurveyRows } from '../../survey-file/read-survey-rows.ts';
import { recogniseSurveyFile } from '../../survey-file/recognise-survey-file.ts';
import { sourceFromPath } from '../../survey-file/survey-source.ts';
import { toDiagnosticsAnswer } from '../analytics/diagnostics-answer.ts';
import { toMeasuredPersona, toPortfolioAnswer } from '../analytics/portfolio-answer.ts';
import { selectPeople } from './select-people.ts';

/** A public survey, which is not part of this repository. The figures were computed apart from this program, for the design. */
const DATA = join(process.env['LIKENESS_SHARED'] ?? join(import.meta.dirname, '../../../../../../shared'), 'data/r-community-survey');
const isHere = existsSync(DATA);
if (!isHere) console.info('Public survey: its rules and its gap are not compared, because the folder of shared data is absent.');

const never = (): boolean => false;
const thresholds = DEFAULT_BAND_THRESHOLDS;

async function readSurvey() {
  const source = await sourceFromPath(join(DATA, '2018-english-form-responses.tsv'));
  const recognition = await recogniseSurveyFile(source, {});
  const file = readFileSync(join(import.meta.dirname, '../../analysis/fixtures/r-community-survey.personas.json'), 'utf8');
  const { personas, dictionary, readAnswers } = planSurvey(parsePersonasFile(file), recognition);
  const responses: FrameResponse[] = [];
  for await (const { cells } of readSurveyRows(source, recognition, {})) {
    responses.push({ id: responses.length + 1, respondent: null, day: '2018-12-06', submittedAtMs: 0, responseData: readAnswers(cells) });
  }
  const attributes = [...new Set([...dictionary.byName.values()].map(({ names: [name] }) => name))];
  const frame = createFrame(attributes);
  appendResponses(frame, dictionary, responses);
  return { frame, attributes, personas, marks: markWindowRows(frame, ALL_DAYS) };
}

const survey = isHere ? await readSurvey() : null;

it('knows which rules of the graduate researcher carry, and who is one rule short', () => {
  if (survey === null) return;
  const { frame, personas, marks } = survey;
  const { ruleSet } = personas[0] ?? expect.unreachable();
  const counted = countScores(frame, { now: compileKernel(ruleSet, frame), before: null, marks, isCancelled: never });
  const { rules, one_rule_short: short } = toDiagnosticsAnswer(counted?.now ?? [], ruleSet, thresholds);
  expect(short).toMatchObject({ persona_customers: 687, total_customers: 3062 });
  const strictestFirst = rules.toSorted((a, b) => b.strong_if_waived - a.strong_if_waived);
  const of = <T>(figure: (rule: (typeof rules)[number]) => T): T[] => strictestFirst.map(figure);
  expect(of(({ strong_if_waived }) => strong_if_waived)).toEqual([577, 440, 346, 162, 63]);
  expect(of(({ passes }) => passes.percentage?.toFixed(1))).toEqual(['39.8', '46.0', '49.0', '69.4', '85.6']);
  expect(of(({ unanswered }) => unanswered)).toEqual([2, 2, 161, 52, 61]);
  expect(of(({ goes_with_others }) => goes_with_others?.toFixed(2))).toEqual(['0.39', '0.42', '0.03', '0.09', '0.18']);
  expect(of(({ says }) => says)).toEqual(['carries', 'carries', 'little', 'little', 'little']);
  expect(of(({ only_one_missed }) => only_one_missed)).toEqual([122, 72, 335, 135, 23]);
});

it('knows whom five personas stand for strongly, together and alone', () => {
  if (survey === null) return;
  const { frame, personas, marks } = survey;
  const ruled = personas.map(({ name, ruleSet }, index) => ({ id: index + 1, name, edition: 1, ruleSet }));
  const counted = countCombinations(frame, { personas: ruled.map(({ id, ruleSet }) => ({ id, kernel: compileKernel(ruleSet, frame) })), marks, isCancelled: never });
  if (counted === null) throw new Error('nobody cancelled it');
  const measured = ruled.map((persona, index) => toMeasuredPersona(persona, counted.personas[index] ?? [], thresholds));
  const answer = toPortfolioAnswer({ personas: measured, combinations: counted.combinations, responses: 3062, firstDay: null, lastDay: null }, 'strong');
  expect(answer.greedy_order.map(({ adds }) => adds)).toEqual([2233, 215, 77, 58, 36]);
  expect(answer.combinations.slice(0, 12).map(({ count }) => count)).toEqual([824, 648, 443, 257, 163, 134, 91, 90, 76, 72, 58, 55]);
  expect([answer.combination_count, answer.nobody.persona_customers, answer.union.coverage.percentage]).toEqual([25, 443, 98.3]);
});

it('knows what sets those apart whom nobody stands for', () => {
  if (survey === null) return;
  const { frame, attributes, personas, marks } = survey;
  const ruleSets = personas.map(({ ruleSet }) => ruleSet);
  const groups = selectPeople(frame, { selection: { by: 'portfolio', ruleSets, isChosen: ruleSets.map(() => false), withOthers: false, level: 'strong' }, marks, thresholds, isCancelled: never });
  if (groups === null) throw new Error('nobody cancelled it');
  const columns = attributes.map((attribute) => {
    const column = frame.getColumn(attribute);
    return { attribute, answers: readColumnAnswers(column, countAnswerCodes(column, groups), never) ?? expect.unreachable() };
  });
  const { items } = findDifferingAnswers(columns);
  const percent = ({ count, n }: { count: number; n: number }): number => Math.round((100 * count) / n);
  const of = (label: string) => {
    const { people, others, word } = items.find(({ answer }) => 'value' in answer && answer.value.label === label) ?? expect.unreachable(label);
    return [percent(people), percent(others), word];
  };
  expect([of('Beginner'), of('Researcher')]).toEqual([[44, 14, 'more'], [10, 33, 'fewer']]);
});
