import { describe, expect, it } from 'vitest';
import { compact, parseSearch, readChoice, readId, readList, readText, stringifySearch } from './search-params.ts';

describe('the address', () => {
  it('is written short and read back as it was', () => {
    const search = stringifySearch({ tab: 'analytics', days: 30, tags: ['b2b', 'new'], q: '', from: undefined, isOpen: true });
    expect(search).toBe('?tab=analytics&days=30&tags=b2b,new&isOpen=true');
    const raw = parseSearch(search);
    expect(readChoice(raw, 'tab', ['canvas', 'analytics'])).toBe('analytics');
    expect(readId(raw, 'days')).toBe(30);
    expect(readList(raw, 'tags')).toEqual(['b2b', 'new']);
    expect(stringifySearch({})).toBe('');
  });

  it('gives nothing for what is not as it should be', () => {
    const raw = parseSearch('?tab=nowhere&id=-3&q=%20&list=');
    expect([readChoice(raw, 'tab', ['canvas']), readId(raw, 'id'), readText(raw, 'q'), readList(raw, 'list')]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('reads what a link set without writing it first', () => {
    expect([readId({ id: 7 }, 'id'), readList({ tags: ['a'] }, 'tags'), readText({ q: 12 }, 'q')]).toEqual([7, ['a'], '12']);
    expect(compact({ a: undefined, b: 1 })).toEqual({ b: 1 });
  });
});
