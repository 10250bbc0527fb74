import { describe, expect, it } from 'vitest';
import { DEMO_FORMS } from './demo-forms.ts';
import { DEMO_RESPONSE_COUNT, generateDemoResponses } from './generate-demo-responses.ts';

const today = new Date('2026-06-15T10:00:00Z');
const responses = generateDemoResponses(today);

describe('the demo responses', () => {
  it('are always the same for one seed and day, and others for another seed', () => {
    expect(generateDemoResponses(today, 2026, 50)).toEqual(generateDemoResponses(today, 2026, 50));
    expect(generateDemoResponses(today, 7, 50)).not.toEqual(generateDemoResponses(today, 2026, 50));
  });

  it('are some six thousand over eighteen months, oldest first, none of today or later', () => {
    expect(responses).toHaveLength(DEMO_RESPONSE_COUNT);
    const times = responses.map((response) => response.submittedAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(Date.parse('2026-06-15T00:00:00Z'));
    const months = new Set(responses.map((response) => response.submittedAt.toISOString().slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(18);
  });

  it('come from repeat respondents too, and leave questions unanswered', () => {
    const keys = responses.flatMap((response) => response.respondentKey ?? []);
    expect(new Set(keys).size / keys.length).toBeGreaterThan(0.5);
    expect(new Set(keys).size / keys.length).toBeLessThan(0.75);
    const asked = responses.reduce((sum, response) => sum + (DEMO_FORMS[response.form]?.fields.length ?? 0), 0);
    const answered = responses.reduce((sum, response) => sum + Object.keys(response.responseData).length, 0);
    expect(answered / asked).toBeGreaterThan(0.75);
    expect(answered / asked).toBeLessThan(0.92);
  });

  it('drift: freelancers become more, operations managers less satisfied', () => {
    const share = (part: typeof responses) =>
      part.filter((response) => ['Designer', 'Developer', 'Consultant'].includes(String(response.responseData.occupation))).length / part.length;
    expect(share(responses.slice(-1500))).toBeGreaterThan(share(responses.slice(0, 1500)) + 0.03);
    const mean = (part: typeof responses) => {
      const values = part.flatMap((response) =>
        response.responseData.occupation === 'Operations manager' && typeof response.responseData.satisfaction === 'number' ? [response.responseData.satisfaction] : [],
      );
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(mean(responses.slice(-1500))).toBeLessThan(mean(responses.slice(0, 1500)) - 0.2);
  });
});
