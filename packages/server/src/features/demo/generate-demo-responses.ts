import type { JsonObject, JsonValue } from '../../db/tables.ts';
import { DEMO_FORMS, type DemoField, type DemoForm } from './demo-forms.ts';
import { KINDS, PLACE_SPELLINGS, type Kind } from './demo-people.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

export const DEMO_RESPONSE_COUNT = 6000;
export const DEMO_MONTHS = 18;
const DAY_MS = 86_400_000;
const DEMO_DAYS = Math.round(DEMO_MONTHS * 30.4375);

/** `form` is a position in DEMO_FORMS. */
export type DemoResponse = { form: number; respondentKey: string | null; submittedAt: Date; responseData: JsonObject };

type Person = { key: string; kind: Kind; age: number; profile: Record<string, string> };

/**
 * The demo's responses, oldest first: always the same for one seed, ending the day before `today`.
 *
 * Weekdays bring more than weekends, four quarterly waves more than ordinary days. About six in ten responses come
 * from people who answered before; one in twenty is anonymous. Some places are misspelt, some questions skipped.
 */
export function generateDemoResponses(today: Date, seed = 2026, count = DEMO_RESPONSE_COUNT): DemoResponse[] {
  const random = seededRandom(seed);
  const start = Math.floor(today.getTime() / DAY_MS) * DAY_MS - DEMO_DAYS * DAY_MS;
  const people: Person[] = [];
  const moments = Array.from({ length: count }, () => pickMoment(start, random)).toSorted((a, b) => a - b);
  return moments.map((day) => {
    const progress = day / DEMO_DAYS;
    const person = people.length > 0 && random.chance(0.4) ? pickKnown(people, random) : meet(people, progress, random);
    const form = pickForm(random);
    return {
      form,
      respondentKey: random.chance(0.05) ? null : person.key,
      submittedAt: new Date(Math.floor(start + day * DAY_MS)),
      responseData: answer(DEMO_FORMS[form] as DemoForm, person, progress, random),
    };
  });
}

/** Days since the start, with the time of day as a fraction. */
function pickMoment(start: number, random: SeededRandom): number {
  for (;;) {
    const day = Math.floor(random.share() * DEMO_DAYS);
    const isWeekend = [0, 6].includes(new Date(start + day * DAY_MS).getUTCDay());
    const isWave = day % 91 < 10;
    if (random.chance((isWeekend ? 0.35 : 1) * (isWave ? 1 : 0.45))) return day + (7 + random.share() * 14) / 24;
  }
}

function pickKnown(people: Person[], random: SeededRandom): Person {
  return people[Math.floor(random.share() * people.length)] as Person;
}

function pickForm(random: SeededRandom): number {
  return Number(random.pick(Object.fromEntries(DEMO_FORMS.map((form, index) => [index, form.share]))));
}

function meet(people: Person[], progress: number, random: SeededRandom): Person {
  const shares = Object.fromEntries(KINDS.map((kind, index) => [index, between(kind.share, progress)]));
  const kind = KINDS[Number(random.pick(shares))] as Kind;
  const person = {
    key: `customer-${String(people.length + 1).padStart(4, '0')}`,
    kind,
    age: Math.round(Math.min(79, Math.max(18, random.normal(kind.age.mean, kind.age.sd)))),
    profile: {
      gender: random.pick(kind.gender),
      location: random.pick(kind.location),
      occupation: random.pick(kind.occupation),
      company_size: random.pick(kind.companySize),
      plan: random.pick(kind.plan),
    },
  };
  people.push(person);
  return person;
}

function answer(form: DemoForm, person: Person, progress: number, random: SeededRandom): JsonObject {
  const data: JsonObject = {};
  for (const field of form.fields) {
    const rate = field.key === 'comment' ? 0.55 : form.skipRate;
    if (random.chance(rate)) continue;
    const value = answerField(field, person, progress, random);
    if (value !== null) data[field.key] = value;
  }
  return data;
}

function answerField(field: DemoField, person: Person, progress: number, random: SeededRandom): JsonValue {
  const { kind } = person;
  switch (field.key) {
    case 'age':
      return random.chance(0.02) ? `${person.age} ` : person.age;
    case 'location':
      return misspell(person.profile.location as string, random);
    case 'goals':
    case 'frustrations':
    case 'channels':
      return tick(kind[field.key], random);
    case 'satisfaction':
      return onScale(between(kind.satisfaction, progress), 0.9, 1, 5, random);
    case 'nps_score':
      return onScale(between(kind.recommend, progress), 1.8, 0, 10, random);
    case 'trust_rating':
      return onScale(between(kind.trust, progress), 0.8, 1, 5, random);
    case 'effort_score':
      return onScale(between(kind.effort, progress), 1.2, 1, 7, random);
    case 'comment':
      return kind.comments[Math.floor(random.share() * kind.comments.length)] as string;
    default:
      return person.profile[field.key] ?? null;
  }
}

function misspell(place: string, random: SeededRandom): string {
  const spellings = PLACE_SPELLINGS[place];
  if (!spellings || !random.chance(0.12)) return place;
  return spellings[Math.floor(random.share() * spellings.length)] as string;
}

/** The ticked options; null when none is. */
function tick(options: Record<string, number>, random: SeededRandom): string[] | null {
  const ticked = Object.keys(options).filter((option) => random.chance(options[option] as number));
  return ticked.length > 0 ? ticked : null;
}

function onScale(mean: number, sd: number, min: number, max: number, random: SeededRandom): number {
  return Math.min(max, Math.max(min, Math.round(random.normal(mean, sd))));
}

function between({ start, end }: { start: number; end: number }, progress: number): number {
  return start + (end - start) * progress;
}
