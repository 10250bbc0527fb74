import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../answers/dictionary.ts';
import type { Rule, RuleSet } from '../rules/rule-set.ts';
import { addDays } from '../time/calendar-day.ts';
import { type FrameResponse, appendResponses } from './append-responses.ts';
import { compileKernel } from './compile-kernel.ts';
import { countPatterns, countPatternsOfAll } from './count-patterns.ts';
import { createFrame } from './create-frame.ts';

const dictionary = compileDictionary([]);
const attributes = Array.from({ length: 9 }, (_, index) => `q${index}`);
const rule = (attribute: string): Rule => ({ condition: { attribute, is: { in: ['x'] } }, weight: 1000, required: false, label: attribute });
/** Few rules count in a table, many in numbered pairs. */
const ruleSets = [2, 9].map((count): RuleSet => ({ missing: 'unmatched', rules: attributes.slice(0, count).map(rule) }));

function generate(count: number): FrameResponse[] {
  return Array.from({ length: count }, (_, index) => {
    const day = (index * 7919) % 30;
    const given = attributes.filter((_, place) => (index * (place + 3)) % 5 !== 0);
    return {
      id: index + 1,
      respondent: index % 4 === 0 ? null : index % 1700,
      day: addDays('2026-01-01', day),
      submittedAtMs: day * 86_400_000 + (index % 11),
      responseData: Object.fromEntries(given.map((name, place) => [name, (index >> place) % 3 === 0 ? 'x' : 'y'])),
    };
  });
}

const day = fc.option(fc.nat({ max: 30 }).map((index) => addDays('2026-01-01', index)));

describe('countPatterns', () => {
  it('counts responses and latest responses of a window, also by day', () => {
    const responses = generate(9000);
    const frame = createFrame(attributes);
    appendResponses(frame, dictionary, responses);
    const erased = new Set(responses.filter(({ id }) => id % 13 === 0).map(({ id }) => id));
    frame.erase(erased);
    const kernels = ruleSets.map((ruleSet) => compileKernel(ruleSet, frame));
    const patterns = kernels.map((kernel) => {
      const numbers = new Uint32Array(frame.rowCount);
      kernel.run(0, frame.rowCount, numbers);
      return numbers;
    });
    fc.assert(
      fc.property(day, day, fc.boolean(), (startDate, endDate, byDay) => {
        const latest = new Map<number, FrameResponse>();
        const inside = responses.filter((row) => !erased.has(row.id) && (startDate === null || row.day >= startDate) && (endDate === null || row.day <= endDate));
        for (const row of inside) {
          const other = row.respondent === null ? undefined : latest.get(row.respondent);
          const isLater = other === undefined || row.submittedAtMs > other.submittedAtMs || (row.submittedAtMs === other.submittedAtMs && row.id > other.id);
          if (row.respondent !== null && isLater) latest.set(row.respondent, row);
        }
        const counted = countPatternsOfAll(kernels, frame, { startDate, endDate }, { byDay });
        for (const [index, numbers] of patterns.entries()) {
          const expected = new Map<string, number[]>();
          for (const row of inside) {
            const key = `${numbers[row.id - 1]} ${byDay ? row.day : null}`;
            const isLatest = row.respondent === null || latest.get(row.respondent) === row;
            const [all = 0, people = 0] = expected.get(key) ?? [];
            expected.set(key, [all + 1, people + (isLatest ? 1 : 0)]);
          }
          const found = new Map(counted![index]!.map((count) => [`${count.pattern} ${count.day}`, [count.responses, count.respondents]]));
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells how far it is and stops when nobody wants it any more', () => {
    const frame = createFrame(attributes);
    const form = frame.openForm(dictionary);
    for (let id = 1; id <= 200_000; id += 1) form.addRow(id, null, frame.toDayCode('2026-01-01'));
    const kernel = compileKernel(ruleSets[0]!, frame);
    const reports: number[] = [];
    const counts = countPatterns(kernel, frame, undefined, { report: (done, total) => void reports.push(done / total) });
    expect(counts).toEqual([{ pattern: 4, day: null, responses: 200_000, respondents: 200_000 }]);
    expect(kernel.outcomesOf(4)).toBe('??');
    expect(reports.at(-1)).toBe(1);
    expect(reports.length).toBeGreaterThan(2);
    expect(countPatterns(kernel, frame, undefined, { isCancelled: () => true })).toBeNull();
  });

  it('counts nothing in an empty frame', () => {
    const frame = createFrame(attributes);
    expect(countPatterns(compileKernel(ruleSets[0]!, frame), frame, undefined, { byDay: true })).toEqual([]);
    expect(countPatternsOfAll([], frame)).toEqual([]);
  });
});
