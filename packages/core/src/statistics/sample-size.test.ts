import { describe, expect, it } from 'vitest';
import { toSampleGrade } from './sample-size.ts';

describe('toSampleGrade', () => {
  it.each([
    [0, 'hidden'],
    [9.9, 'hidden'],
    [Number.NaN, 'hidden'],
    [10, 'too few to tell'],
    [29, 'too few to tell'],
    [30, 'indicative'],
    [99, 'indicative'],
    [100, 'normal'],
  ] as const)('grades %f answers as %s', (n, grade) => {
    expect(toSampleGrade(n)).toBe(grade);
  });
});
