import type { Subject } from './subjects.ts';
import { namesOf, type Opening } from './take-picture.ts';

const WIDTHS = [1280, 390];

/** Every page in each of its states, wide and narrow; and as it is full in Arabic. Only pictures whose names contain all parts. */
export function listOpenings(subjects: readonly Subject[], url: string, parts: readonly string[]): Opening[] {
  return subjects.flatMap((subject) => openingsOf(subject, url)).flatMap((opening) => {
    const names = namesOf(opening);
    const schemes = opening.schemes.filter((_, index) => parts.every((part) => names[index]?.includes(part)));
    return schemes.length === 0 ? [] : [{ ...opening, schemes }];
  });
}

function openingsOf(subject: Subject, url: string): Opening[] {
  const full = subject.views['full'];
  const failing = subject.data === undefined || full === undefined ? [] : [['failing', full] as const, ['forbidden', full] as const];
  const states = [...Object.entries(subject.views), ...failing];
  return WIDTHS.flatMap((width) => [
    ...states.map(([state, { address }]): Opening => ({ subject, state, url: url + address, width, isArabic: false, schemes: ['light', 'dark'] })),
    ...(full === undefined ? [] : [{ subject, state: 'full', url: url + full.address, width, isArabic: true, schemes: ['light'] } satisfies Opening]),
  ]);
}
