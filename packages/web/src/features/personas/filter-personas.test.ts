import { describe, expect, it } from 'vitest';
import { countStatuses, filterPersonas, tagsOf } from './filter-personas.ts';
import { figuresOf, personaOf } from './gallery.testing.ts';
import { readGallerySearch } from './search.ts';

const personas = [
  personaOf({ id: 1, name: 'Zoe', description: 'Runs the shop', tags: ['b2b'], figures: figuresOf(30, 10, 100, 'good'), updated_at: '2026-01-01T00:00:00.000Z' }),
  personaOf({ id: 2, name: 'Adam', tags: ['b2c', 'b2b'], figures: figuresOf(60, 5, 100, 'poor'), updated_at: '2026-01-03T00:00:00.000Z' }),
  personaOf({ id: 3, name: 'Mia', status: 'draft', rule_count: 0, figures: null, updated_at: '2026-01-02T00:00:00.000Z' }),
];
const idsOf = (search = {}) => filterPersonas(personas, search).map(({ id }) => id);

describe('the gallery', () => {
  it('goes by name within each status, numbers in it by their size', () => {
    expect(idsOf()).toEqual([2, 1, 3]);
    const numbered = [personaOf({ id: 1, name: 'Guest 10' }), personaOf({ id: 2, name: 'Guest 9' })];
    expect(filterPersonas(numbered, {}).map(({ id }) => id)).toEqual([2, 1]);
  });

  it.each([
    [{ q: 'ZOE shop' }, [1]],
    [{ q: 'nobody' }, []],
    [{ q: 'b2c' }, [2]],
    [{ status: 'draft' }, [3]],
    [{ tag: 'b2b' }, [2, 1]],
    [{ verdict: 'no rules yet' }, [3]],
    [{ verdict: 'good', tag: 'b2c' }, []],
  ])('%j finds %j', (search, ids) => expect(idsOf(search)).toEqual(ids));

  it.each([
    ['name', [2, 3, 1]],
    ['coverage', [2, 1, 3]],
    ['strong', [1, 2, 3]],
    ['least', [2, 1, 3]],
    ['newest', [2, 3, 1]],
  ])('sorted by %s: %j', (sort, ids) => expect(idsOf({ sort })).toEqual(ids));

  it('counts statuses and names tags once', () => {
    expect(countStatuses(personas)).toEqual({ active: 2, draft: 1, archived: 0 });
    expect(tagsOf(personas)).toEqual(['b2b', 'b2c']);
  });

  it('reads from the address only what it knows', () => {
    expect(readGallerySearch({ q: ' x ', status: 'gone', sort: 'least', compare: '1,2,x,2,3,4,5', create: 'json' })).toEqual({
      q: 'x', sort: 'least', compare: ['1', '2', '3', '4'], create: 'json',
    });
  });
});
