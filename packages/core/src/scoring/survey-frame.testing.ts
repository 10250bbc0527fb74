import fc from 'fast-check';
import { compileDictionary, type FieldDefinition } from '../answers/dictionary.ts';
import type { ResponseData } from '../answers/find-answer.ts';
import { appendResponses } from '../frame/append-responses.ts';
import { createFrame } from '../frame/create-frame.ts';
import type { DayWindow, Frame } from '../frame/frame.ts';
import { arbitraryFields, arbitraryResponse } from '../rules/arbitrary-rules.testing.ts';
import { attributesOf } from '../rules/attributes-of.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** A response as a test gives it. `respondent` null: its own. */
export type GivenResponse = { id: number; respondent: number | null; day: string; submittedAtMs: number; responseData: ResponseData };

/** Any survey: fields, responses of some people over four days (some people often), some of them erased, and a window. */
export type GivenSurvey = { fields: FieldDefinition[]; responses: GivenResponse[]; erased: number[]; window: DayWindow };

const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
const day = fc.constantFrom(...DAYS);

export const arbitrarySurvey: fc.Arbitrary<GivenSurvey> = fc
  .record({
    fields: arbitraryFields,
    given: fc.array(fc.record({ respondent: fc.option(fc.integer({ min: 0, max: 4 })), day, minute: fc.integer({ min: 0, max: 3 }), responseData: arbitraryResponse }), { maxLength: 25 }),
    erased: fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 3 }),
    window: fc.record({ startDate: fc.option(day), endDate: fc.option(day) }),
  })
  .map(({ fields, given, erased, window }) => ({
    fields, erased, window,
    responses: given.map((response, index) => ({ ...response, id: index + 1, submittedAtMs: Date.parse(response.day) + response.minute * 60_000 })),
  }));

/** The survey as a frame with the attributes that these rules ask for. */
export function frameOf({ fields, responses, erased }: GivenSurvey, ruleSets: readonly RuleSet[]): Frame {
  const frame = createFrame(ruleSets.flatMap(attributesOf));
  appendResponses(frame, compileDictionary(fields), responses);
  frame.erase(erased);
  return frame;
}

/** The responses of the window that are left, and of them each respondent's latest by moment, then id. */
export function withinWindow({ responses, erased, window }: GivenSurvey): { responses: GivenResponse[]; latest: GivenResponse[] } {
  const left = responses.filter(
    (response) => !erased.includes(response.id) && response.day >= (window.startDate ?? '') && response.day <= (window.endDate ?? '9'),
  );
  const isLater = (a: GivenResponse, b: GivenResponse): boolean => a.submittedAtMs - b.submittedAtMs > 0 || (a.submittedAtMs === b.submittedAtMs && a.id > b.id);
  const latest = left.filter((one) => one.respondent === null || !left.some((other) => other.respondent === one.respondent && isLater(other, one)));
  return { responses: left, latest };
}
