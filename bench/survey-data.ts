import type { FieldDefinition } from '@likeness/core';

/** What the survey of the benchmarks asks: eight attributes, by the keys that the responses use. */
export const SURVEY_FIELDS = [
  { name: 'age', type: 'number' },
  { name: 'location', type: 'choice' },
  { name: 'plan', type: 'choice' },
  { name: 'goals', type: 'multi' },
  { name: 'frustrations', type: 'multi' },
  { name: 'team_size', type: 'number' },
  { name: 'satisfaction', type: 'number' },
  { name: 'nps_score', type: 'number' },
] as const satisfies FieldDefinition[];

/** Days that the survey runs, whatever its size. The first is SURVEY_START. */
export const SURVEY_DAYS = 365;
export const SURVEY_START = '2025-06-01';

const PLACES = ['London', 'Manchester', 'Leeds', 'Bristol', 'Paris', 'Lyon', 'Berlin', 'Hamburg', 'Madrid', 'New York', 'Austin', 'Toronto'];
const PLANS = ['free', 'pro', 'team', 'enterprise'];
const GOALS = ['Save time', 'Spend less', 'Fewer errors', 'Increase productivity', 'Grow the team', 'Better reports', 'Work from anywhere', 'Keep data safe'];
const FRUSTRATIONS = [
  'System downtime', 'Slow support', 'Hidden costs', 'Too many clicks', 'Missing reports', 'Manual work', 'Hard to learn', 'No mobile app',
  'Poor search', 'Lost data', 'Too many emails', 'No integrations',
];
const START_MS = Date.parse(SURVEY_START);
const DAY_MS = 86_400_000;

/** One response, before it is stored. `person` numbers the respondent from 0; null: nobody knows who answered. */
export type SurveyResponse = { person: number | null; submittedAtMs: number; data: Record<string, number | string | string[]> };

/**
 * The response number `index` (0-based) of a survey of `count`: always the same for the same two numbers.
 *
 * Responses come in the order of their moments, spread evenly over SURVEY_DAYS. Every tenth is anonymous; of the others
 * about one in five comes from somebody who has answered before, with the same age, place, plan and team. One question
 * in twenty is left out. Each can be made without the ones before it.
 *
 * @example surveyResponse(0, 10_000).data.age // 50
 */
export function surveyResponse(index: number, count: number): SurveyResponse {
  const isAnonymous = draw(index, 1) < 0.1;
  const person = personOf(index);
  const data: SurveyResponse['data'] = {};
  const ask = (question: number): boolean => draw(index, 20 + question) >= 0.05;
  if (ask(0)) data.age = 18 + Math.floor((draw(person, 2) + draw(person, 3)) * 31);
  if (ask(1)) data.location = pick(PLACES, draw(person, 4));
  if (ask(2)) data.plan = pick(PLANS, draw(person, 5));
  if (ask(3)) data.goals = tick(GOALS, index, 6);
  if (ask(4)) data.frustrations = tick(FRUSTRATIONS, index, 10);
  if (ask(5)) data.team_size = 1 + Math.floor(draw(person, 14) ** 3 * 500);
  if (ask(6)) data.satisfaction = 1 + Math.floor(draw(index, 15) * 5);
  if (ask(7)) data.nps_score = Math.floor(draw(index, 16) * 11);
  return { person: isAnonymous ? null : person, submittedAtMs: START_MS + Math.floor((index * SURVEY_DAYS * DAY_MS) / count), data };
}

/**
 * Rules of the benchmarks' persona number `index`, in the short form: a range, two single choices, two multi-selects.
 * Number 0 is the persona that single-persona figures are about; the others differ from it and from each other.
 */
export function surveyRules(index = 0): Record<string, unknown> {
  const from = (options: readonly string[], start: number): string[] => [0, 1].map((next) => options[(start + next) % options.length] ?? '');
  return {
    age: { min: 28 + (index % 17), max: 45 + (index % 13) },
    location: from(PLACES, index),
    plan: from(PLANS, 1 + index),
    goals: from(GOALS, 3 + index),
    frustrations: from(FRUSTRATIONS, index * 5),
  };
}

/** So many rules that somebody types: those of persona 0 with another upper bound of age each time. */
export function changedRules(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({ ...surveyRules(), age: { min: 28, max: 40 + index } }));
}

/** The first response of somebody is that person's number; a later one points back, at random, until a first is found. */
function personOf(index: number): number {
  let person = index;
  for (let hop = 0; person > 0 && draw(person, hop) < 0.2; hop += 17) person = Math.floor(draw(person, 18) * person);
  return person;
}

function pick(options: readonly string[], share: number): string {
  // Squared: the first options are chosen more often than the last.
  return options[Math.floor(share * share * options.length)] ?? '';
}

/** One to three of the options, in their order, as a form sends them. */
function tick(options: readonly string[], index: number, salt: number): string[] {
  const wanted = 1 + Math.floor(draw(index, salt) * 3);
  const chosen = new Set<number>();
  for (let next = 1; next <= wanted; next += 1) chosen.add(Math.floor(draw(index, salt + next) * options.length));
  return options.filter((_, position) => chosen.has(position));
}

/** A share in [0, 1) that depends on the two numbers alone (the finaliser of MurmurHash3, by Austin Appleby). */
function draw(index: number, salt: number): number {
  let hash = Math.imul(index ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
