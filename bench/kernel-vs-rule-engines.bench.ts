import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import sift from 'sift';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { type BandsByDay, countBands, countBandsOneByOne, measureInTurns, requireEqual, surveyFrame, toBandNumber } from './kernel-survey.ts';
import { toCount } from './measure.ts';
import { type SurveyResponse, surveyResponse, surveyRules } from './survey-data.ts';

/** Answers as they come, and every question: an engine that throws for a missing one is given none. */
type Data = SurveyResponse['data'];
type Alternative = { name: string; sample: number; countBands: (responses: readonly SurveyResponse[]) => BandsByDay | Promise<BandsByDay> };

const ROUNDS = 5;

/** Against what people put into a service to match rules: each is given the responses as objects, ready in memory. */
export const benchmark: Benchmark = {
  targets: { 'kernel-vs-json-logic': { atLeast: 10 }, 'kernel-vs-json-rules-engine': { atLeast: 1000 }, 'kernel-vs-sift': null },
  run: compare,
};

async function compare({ isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const count = isQuick ? 100_000 : 1_000_000;
  const frame = surveyFrame(count);
  const results: BenchmarkResult[] = [];
  for (const { name, sample, countBands: countOtherwise } of toAlternatives(isQuick)) {
    const responses = Array.from({ length: sample }, (_, index) => surveyResponse(index, sample));
    requireEqual(name, countBands(surveyFrame(sample)), await countOtherwise(responses));
    const times = await measureInTurns(frame, ROUNDS, () => countOtherwise(responses));
    const kernel = times.kernel / count;
    const other = times.other / sample;
    results.push({
      name: `kernel-vs-${name}`,
      ratio: other / kernel,
      unit: 'responses a second, one thread: five rules, bands by day',
      against: name === 'json-logic' ? 'json-logic-engine, compiled' : name,
      detail: `${toCount(1000 / kernel)}/s over ${toCount(count)} responses; ${name} ${toCount(1000 / other)}/s over ${toCount(sample)}`,
    });
  }
  return results;
}

function toAlternatives(isQuick: boolean): Alternative[] {
  const size = (full: number, quick: number): number => (isQuick ? quick : full);
  return [
    { name: 'json-logic', sample: size(200_000, 50_000), countBands: createJsonLogic() },
    { name: 'json-rules-engine', sample: size(5000, 500), countBands: createJsonRulesEngine() },
    { name: 'sift', sample: size(100_000, 20_000), countBands: createSift() },
  ];
}

/** One compiled function for all five rules, so that the engine is entered once a response. */
function createJsonLogic(): Alternative['countBands'] {
  const { age, choices, lists } = toRules();
  const rules = [
    { and: [{ '>=': [{ var: 'age' }, age.min] }, { '<=': [{ var: 'age' }, age.max] }] },
    ...choices.map(([key, values]) => ({ in: [{ var: key }, values] })),
    ...lists.map(([key, values]) => ({ or: values.map((value) => ({ in: [value, { var: key }] })) })),
  ];
  const matched = new LogicEngine().build({ '+': rules.map((rule) => ({ if: [rule, 1, 0] })) }) as (data: Data) => number;
  return (responses) => countBandsOneByOne(responses, (data) => toBandNumber(matched(data)));
}

function createSift(): Alternative['countBands'] {
  const { age, choices, lists } = toRules();
  const tests = [{ age: { $gte: age.min, $lte: age.max } }, ...[...choices, ...lists].map(([key, values]) => ({ [key]: { $in: values } }))].map((query) => sift.default(query));
  return (responses) => countBandsOneByOne(responses, (data) => toBandNumber(tests.reduce((matched, test) => matched + (test(data) ? 1 : 0), 0)));
}

function createJsonRulesEngine(): Alternative['countBands'] {
  const { age, choices, lists } = toRules();
  const engine = new Engine([], { allowUndefinedFacts: true });
  const add = (conditions: { all: object[] } | { any: object[] }): void => void engine.addRule({ conditions: conditions as never, event: { type: 'matched' } });
  add({ all: [{ fact: 'age', operator: 'greaterThanInclusive', value: age.min }, { fact: 'age', operator: 'lessThanInclusive', value: age.max }] });
  for (const [fact, value] of choices) add({ all: [{ fact, operator: 'in', value }] });
  for (const [fact, values] of lists) add({ any: values.map((value) => ({ fact, operator: 'contains', value })) });
  return async (responses) => {
    const matched = new Map<Data, number>();
    for (const { data } of responses) matched.set(data, (await engine.run(data)).events.length);
    return countBandsOneByOne(responses, (data) => toBandNumber(matched.get(data) ?? 0));
  };
}

type Rules = { age: { min: number; max: number }; choices: [string, string[]][]; lists: [string, string[]][] };

function toRules(): Rules {
  const { age, location, plan, goals, frustrations } = surveyRules() as Record<string, string[]> & { age: never };
  return {
    age,
    choices: Object.entries({ location, plan }).map(([key, values]) => [key, values ?? []]),
    lists: Object.entries({ goals, frustrations }).map(([key, values]) => [key, values ?? []]),
  };
}
