import {
  type Frame, type Kernel, type RuleSet,
  compileDictionary, compileKernel, createFrame, parseRuleSet, scanPatterns,
} from '@likeness/core';
import { measureMs, percentile } from './measure.ts';
import { SURVEY_DAYS, SURVEY_FIELDS, SURVEY_START, type SurveyResponse, surveyResponse, surveyRules } from './survey-data.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.parse(SURVEY_START);
const WARM_UP = 30;
const BANDS = ['weak', 'moderate', 'strong'] as const;

/** How many responses of each day are weak, moderate and strong: `3 * day + band`, days from the survey's first. */
export type BandsByDay = Uint32Array;

/** The rules of persona number `index`, as they are read with the survey's fields. */
export function surveyRuleSet(index = 0): RuleSet {
  const parsed = parseRuleSet(surveyRules(index), { dictionary: compileDictionary(SURVEY_FIELDS) });
  if (!parsed.ok) throw new Error('The rules of the survey do not parse');
  return parsed.ruleSet;
}

/** Which day of the survey was it, from 0? */
export function surveyDay({ submittedAtMs }: SurveyResponse): number {
  return Math.floor((submittedAtMs - START_MS) / DAY_MS);
}

/**
 * A frame of the survey's first `count` responses, all eight attributes. Respondents are numbered in the order of their
 * first response, as the database numbers them.
 */
export function surveyFrame(count: number): Frame {
  const frame = createFrame(SURVEY_FIELDS.map(({ name }) => name));
  const form = frame.openForm(compileDictionary(SURVEY_FIELDS));
  const days = Array.from({ length: SURVEY_DAYS }, (_, day) => frame.toDayCode(new Date(START_MS + day * DAY_MS).toISOString().slice(0, 10)));
  const respondents = new Map<number, number>();
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(4096);
  const moments = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const response = surveyResponse(index, count);
    const { person, data } = response;
    if (person !== null && !respondents.has(person)) respondents.set(person, respondents.size + 1);
    moments[index] = response.submittedAtMs;
    form.addRow(index, person === null ? null : (respondents.get(person) ?? 0), days[surveyDay(response)] ?? 0);
    SURVEY_FIELDS.forEach(({ name }, position) => {
      const value = data[name];
      if (value !== undefined) form.offer(position, bytes, 0, encoder.encodeInto(JSON.stringify(value), bytes).written);
    });
  }
  const unsettled = frame.findUnsettledIds();
  frame.settle(unsettled, unsettled.map((id) => moments[id] ?? 0));
  return frame;
}

/** The histograms of several personas, in one pass over the frame. */
export function countBandsOfAll(kernels: readonly Kernel[], frame: Frame): BandsByDay[] {
  const bands = kernels.map((kernel) => Uint32Array.from({ length: kernel.patternLimit }, (_, pattern) => BANDS.indexOf(kernel.scoreOf(pattern).band)));
  // Days have codes from 1, in their order.
  const counts = kernels.map(() => new Uint32Array(3 * (SURVEY_DAYS + 1)));
  scanPatterns(frame, kernels, ({ patterns, dayCodes }) => {
    patterns.forEach((numbers, index) => addBands(counts[index] as Uint32Array, numbers, bands[index] as Uint32Array, dayCodes));
  });
  return counts.map((cells) => cells.subarray(3));
}

function addBands(cells: Uint32Array, patterns: Uint32Array, bandOf: Uint32Array, dayCodes: ArrayLike<number>): void {
  for (let row = 0; row < patterns.length; row += 1) {
    const cell = Math.imul(dayCodes[row] as number, 3) + (bandOf[patterns[row] as number] as number);
    cells[cell] = (cells[cell] as number) + 1;
  }
}

/** The histogram of the first persona, its rules prepared anew. */
export function countBands(frame: Frame): BandsByDay {
  return countBandsOfAll([compileKernel(surveyRuleSet(), frame)], frame)[0] as BandsByDay;
}

/**
 * How long do they take, in milliseconds each: the histogram of the first persona, and something else?
 *
 * In turns, so that whatever else the machine does hits both alike, and after a warming up: the engine optimises what
 * runs often, and takes its time about it on a busy machine.
 */
export async function measureInTurns(frame: Frame, rounds: number, other: () => unknown): Promise<{ kernel: number; other: number }> {
  for (let time = 0; time < WARM_UP; time += 1) countBands(frame);
  const times = { kernel: [] as number[], other: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (let time = 0; time < 5; time += 1) times.kernel.push(await measureMs(() => countBands(frame)));
    times.other.push(await measureMs(other));
  }
  return { kernel: percentile(times.kernel, 0.5), other: percentile(times.other, 0.5) };
}

/** 0 weak, 1 moderate, 2 strong, from how many of the first persona's five rules of equal weight matched. */
export function toBandNumber(matchedRules: number): number {
  if (matchedRules >= 4) return 2;
  return matchedRules === 3 ? 1 : 0;
}

/** The same histogram from responses one by one. `bandOf` answers 0 weak, 1 moderate, 2 strong. */
export function countBandsOneByOne(responses: readonly SurveyResponse[], bandOf: (data: SurveyResponse['data']) => number): BandsByDay {
  const cells = new Uint32Array(3 * SURVEY_DAYS);
  for (const response of responses) {
    const cell = 3 * surveyDay(response) + bandOf(response.data);
    cells[cell] = (cells[cell] as number) + 1;
  }
  return cells;
}

/** Throws when two ways to count do not agree. */
export function requireEqual(name: string, expected: BandsByDay, found: BandsByDay): void {
  const isEqual = expected.length === found.length && expected.every((count, cell) => count === found[cell]);
  if (!isEqual) throw new Error(`${name} counts other bands than the kernel`);
}
