import { describe, expect, it } from 'vitest';
import { moveSection, sectionsOf } from './change-card.ts';
import { newSection, printCard, readCard } from './read-card.ts';

describe('readCard', () => {
  it('turns lists and a quote of another shape into sections, and keeps what it does not know', () => {
    const card = readCard({ quote: 'Hm', goals: ['Save time'], frustrations: [], colour: 'red' });
    expect(card.sections.map(({ kind }) => kind)).toEqual(['quotes', 'goals']);
    expect(printCard(card)).toMatchObject({ colour: 'red', sections: [{ quotes: [{ text: 'Hm' }] }, { claims: [{ text: 'Save time', claim: null }] }] });
  });
  it('gives back what it was given', () => {
    const raw = { photo: 'data:image/png;base64,AAAA', sections: [newSection('text', 1), newSection('goals', 2)], note: 1 };
    expect(printCard(readCard(raw))).toEqual(raw);
  });
  it.each([null, 3, [], 'x'])('makes an empty card of %j', (raw) => expect(readCard(raw)).toEqual({ photo: null, sections: [], others: {} }));
});

it('moves sections within and between columns', () => {
  const sections = [newSection('goals', 1), newSection('text', 1), newSection('quotes', 2)];
  const card = { photo: null, sections, others: {} };
  const idOf = (index: number): string => sections[index]?.id ?? '';
  expect(sectionsOf(moveSection(card, idOf(0), 1, 1), 1).map(({ kind }) => kind)).toEqual(['text', 'goals']);
  const across = moveSection(card, idOf(0), 2, 0);
  expect([sectionsOf(across, 1), sectionsOf(across, 2)].map((column) => column.map(({ kind }) => kind))).toEqual([['text'], ['goals', 'quotes']]);
});
