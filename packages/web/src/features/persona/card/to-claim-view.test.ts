import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../ui/formats.ts';
import { toClaimSummary, toClaimView } from './to-claim-view.ts';
import { type CardEvidence, type ClaimEvidence, evidenceKey } from './use-evidence.ts';

const formats = createFormats('en-GB');
const claim = { id: 'c', text: 'Wants it', claim: { attribute: 'goals', is: { anyOf: ['x'] } } };
const share = (count: number, total: number, percentage: number | null, interval: [number, number]) => ({ persona_customers: count, total_customers: total, percentage, interval });
const found = (change: Partial<ClaimEvidence>): CardEvidence => ({
  persona_id: 1, edition: 1, level: 'match', people: 60, others: 40, as_of: '2026-01-31T09:00:00.000Z',
  byClaim: new Map([[evidenceKey(claim.claim), {
    attribute: 'goals', is: { anyOf: ['x'] }, wording: 'say so', rule: null, says: 'more', difference: 30, interval: [11.1, 46.9],
    people: share(48, 60, 80, [68.2, 88.2]), others: share(20, 40, 50, [35.2, 64.8]), ...change,
  }]]),
});
const plain = (text: string): string => text.replaceAll(/[\u2066\u2069]/g, '').replaceAll('\u202f', ' ');
const textOf = (change: Partial<ClaimEvidence>): string => plain(toClaimView(claim, found(change), formats).text);

describe('toClaimView', () => {
  it.each([
    ['compares with all others', {}, '80 % say so · others 50 % · n = 60'],
    ['says "mention it" of free text', { wording: 'mention it' as const }, '80 % mention it · others 50 % · n = 60'],
    ['compares nothing that is a rule', { rule: 0 }, '80 % say so · n = 60'],
    ['shows no figure of fewer than ten', { people: share(4, 9, 44.4, [18.9, 73.3]) }, 'fewer than 10 answered'],
    ['says when nobody was asked', { says: 'not_asked' as const, people: share(0, 0, null, [0, 100]) }, 'Nobody was asked.'],
  ])('%s', (_name, change, expected) => expect(textOf(change)).toBe(expected));

  it('knows what is not linked, and what is not answered yet', () => {
    expect(toClaimView({ ...claim, claim: null }, found({}), formats).state).toBe('unlinked');
    expect(toClaimView(claim, undefined, formats).state).toBe('waiting');
  });
});

it('counts a rule as a rule, whatever the data say', () => {
  const views = [toClaimView(claim, found({ rule: 2 }), formats), toClaimView(claim, found({}), formats), toClaimView(claim, found({ says: 'fewer' }), formats)];
  expect(toClaimSummary(views).map(({ count }) => count)).toEqual([1, 1, 0, 1, 0]);
});
