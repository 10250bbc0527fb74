import type { FigureSaid } from '@likeness/core';
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
    expect(card).toMatchObject({ state: 'no rules', figures: null, facts: '0 rules', verdict: { word: 'no rules yet' } });
  });

  it('says when rules were never calculated', () => {
    expect(cardOf({ scored_edition: null, figures: null })).toMatchObject({ state: 'not calculated', figures: null, facts: '5 rules · edition 2' });
  });

  it('hides every figure under ten respondents', () => {
    const { figures, verdict } = cardOf({ figures: figuresOf(3, 1, 9, 'too few to tell', [{ code: 'few_answered', params: { respondents: 9, from: 10 } }]) });
    expect(figures).toMatchObject({ coverage: { grade: 'hidden' }, averageMatch: '–', everyRule: null, onlyThisOne: null });
    expect(verdict.sentence).toBe('Too few to tell: 9 answered so far. Figures appear from 10 on.');
  });
});

describe('verdict', () => {
  const based: FigureSaid = { code: 'based_on', params: { respondents: 3062 } };
  const share: FigureSaid = { code: 'match_but_strongly', params: { low: 58, high: 62, strong: 34 } };

  it('says why', () => {
    const said: FigureSaid[] = [share, { code: 'real_group', params: { times: 2.68, low: 2.6, high: 2.9 } }, based];
    expect(cardOf({ figures: figuresOf(1837, 1044, 3062, 'good', said) }).verdict).toEqual({
      word: 'good', sentence: 'Its traits occur together 2.7 times as often as by chance (2.6 to 2.9): a real group.',
    });
  });

  it('says what was counted where there is nothing to explain', () => {
    const said: FigureSaid[] = [{ code: 'few_match', params: { matching: 12, respondents: 24, low: 31, high: 69 } }];
    expect(cardOf({ figures: figuresOf(12, 4, 24, 'too few to tell', said) }).verdict.sentence).toBe('Too few to tell: 12 of 24 match, the truth may be 31 to 69 in 100.');
  });

  it('says nothing that a later version says', () => {
    const said = [share, { code: 'splendid', params: {} } as unknown as FigureSaid, based];
    expect(cardOf({ figures: figuresOf(60, 20, 100, 'splendid', said) }).verdict).toEqual({ word: 'splendid', sentence: 'Between 58 and 62 in 100 match it, but only 34 in 100 strongly.' });
  });
});
