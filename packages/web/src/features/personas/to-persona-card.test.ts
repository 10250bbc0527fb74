import { describe, expect, it } from 'vitest';
import { createFormats } from '../../ui/formats.ts';
import { figuresOf, personaOf, portfolioOf } from './gallery.testing.ts';
import type { Persona } from './load-gallery.ts';
import { toPersonaCard } from './to-persona-card.ts';

const context = { portfolio: portfolioOf(), now: new Date('2026-01-31T12:00:00Z'), formats: createFormats('en-GB') };
const cardOf = (changes: Partial<Persona> = {}) => toPersonaCard(personaOf(changes), context);

describe('a scored persona', () => {
  it('shows coverage, strong, mean score, and what the portfolio knows of it', () => {
    const { figures, state, initials, color, facts } = cardOf({ color_index: 9 });
    expect({ state, initials, color, facts }).toEqual({ state: 'scored', initials: 'OM', color: 'var(--c2)', facts: '5 rules · edition 2' });
    expect(figures).toMatchObject({
      coverage: { percent: '60.0\u202f%', range: '58.2–61.7\u202f%', sample: '3,062' },
      strong: { percent: '34.1\u202f%' },
      averageMatch: '58.0',
      everyRule: '10.0\u202f%',
      onlyThisOne: '20.0\u202f%',
    });
  });

  it('has no line in the portfolio when it is a draft', () => {
    expect(cardOf({ id: 2, status: 'draft' }).figures).toMatchObject({ everyRule: null, onlyThisOne: null });
  });

  it('says which edition the figures are of while a newer one is being calculated', () => {
    expect(cardOf({ edition: 3 })).toMatchObject({ pendingEdition: 3, facts: '5 rules · edition 2' });
    expect(cardOf().pendingEdition).toBeNull();
  });

  it('says how long ago it was synced', () => {
    expect(cardOf({ last_synced_at: '2026-01-31T10:00:00Z' }).synced.text).toBe('synced 2\u202fh ago');
    expect(cardOf().synced).toEqual({ text: 'not synced yet', title: null });
  });
});

describe('nothing to show', () => {
  it('never shows 0 % for a persona without rules', () => {
    const card = cardOf({ rule_count: 0, edition: 0, scored_edition: null, figures: null });
    expect(card).toMatchObject({ state: 'no rules', figures: null, facts: '0 rules', verdict: { word: 'No rules yet' } });
  });

  it('says when rules were never calculated', () => {
    expect(cardOf({ scored_edition: null, figures: null })).toMatchObject({ state: 'not calculated', figures: null, facts: '5 rules · edition 2' });
  });

  it('hides every figure under ten respondents', () => {
    const { figures, verdict } = cardOf({ figures: figuresOf(3, 1, 9, 'too few to tell') });
    expect(figures).toMatchObject({ coverage: { grade: 'hidden' }, averageMatch: '–', everyRule: null, onlyThisOne: null });
    expect(verdict.sentence).toBe('9 answered so far. Figures appear from 10 on.');
  });
});

describe('verdict', () => {
  const cases: [string, Partial<Persona>, string, string][] = [
    ['good', {}, 'Good likeness', 'A real group: its traits meet clearly more often than chance would bring them.'],
    ['fair', { figures: figuresOf(60, 20, 100, 'fair') }, 'Fair likeness', 'A loose group: its traits meet at least a little more often than by chance.'],
    ['poor', { figures: figuresOf(60, 20, 100, 'poor') }, 'Poor likeness', 'Not shown to be a group: its traits may meet no more often than by chance.'],
    ['poor, and nobody strong', { figures: figuresOf(60, 0, 100, 'poor') }, 'Poor likeness', 'Nobody matches it strongly. Few people have all these traits, if anybody.'],
    ['too broad by coverage', { figures: figuresOf(90, 20, 100, 'too broad') }, 'Too broad to tell', 'Fits nearly everyone, so it tells little apart.'],
    ['too broad by rules', { rule_count: 2, figures: figuresOf(60, 20, 100, 'too broad') }, 'Too broad to tell', 'Fewer than three rules say too little about a person.'],
    ['too few', { figures: figuresOf(12, 4, 24, 'too few to tell') }, 'Too few to tell', '12 of 24 match, the truth may be 58 to 62 in 100.'],
    ['nobody', { figures: figuresOf(0, 0, 0, 'too few to tell') }, 'Too few to tell', 'Nobody was asked yet.'],
    ['a word of a later version', { figures: figuresOf(60, 20, 100, 'splendid') }, 'splendid', ''],
  ];
  for (const [name, changes, word, sentence] of cases) {
    it(`${name}: ${word}`, () => expect(cardOf(changes).verdict).toMatchObject({ word, sentence }));
  }
});
