import type { Schemas } from '@likeness/sdk';

export type HeldAttribute = Schemas['HeldAttribute'];
export type Distribution = Omit<Schemas['Distribution'], 'matching'>;
type Test = { in: string[] } | { anyOf: string[] } | { between: [number, number] };

/** A persona that the data suggest: rules on their commonest answers, and those answers as its name. */
export type Proposal = { name: string; mapping_rules: { rules: { attribute: string; is: Test }[] } };

const LOOKED_AT = 8;
/** Fewer rules would be too broad to tell. */
const RULES = 3;
const PROPOSALS = 3;
const MOST_VALUES = 30;
const LONGEST_ANSWER = 40;
/** The ranges of numbers that the proposals take, as shares of the respondents. */
const RANGES = [[0.25, 0.75], [0, 0.5], [0.5, 1]] as const;

/** The attributes worth a look for personas: what describes people first, nothing personal, no metric, no free text. */
export function toCandidates(held: readonly HeldAttribute[]): HeldAttribute[] {
  const usable = held.filter(({ is_personal, role, type }) => !is_personal && role !== 'metric' && type !== 'text' && type !== 'date');
  return usable.toSorted((a, b) => Number(b.role !== null) - Number(a.role !== null)).slice(0, LOOKED_AT);
}

/**
 * Up to three personas made of what people answer: the first of the commonest answers to three questions, the others of
 * the next. None when fewer than three questions have answers that come back.
 */
export function toProposals(distributions: readonly Distribution[]): Proposal[] {
  const usable = distributions.filter(({ answered, respondents }) => answered >= respondents / 2).filter((one) => toTest(one, 0) !== null).slice(0, RULES);
  if (usable.length < RULES) return [];
  const proposals = Array.from({ length: PROPOSALS }, (_, rank) => toProposal(usable, rank));
  const names = new Set<string>();
  return proposals.filter(({ name }) => !names.has(name) && names.add(name));
}

function toProposal(distributions: readonly Distribution[], rank: number): Proposal {
  const chosen = distributions.flatMap((distribution) => {
    const test = toTest(distribution, rank) ?? toTest(distribution, 0);
    return test === null ? [] : [{ attribute: distribution.attribute, ...test }];
  });
  return { name: chosen.map(({ word }) => word).join(', '), mapping_rules: { rules: chosen.map(({ attribute, is }) => ({ attribute, is })) } };
}

/** The test that the answers at this rank of frequency suggest, and its word; null when there is none. */
function toTest({ type, values, bins, distinct }: Distribution, rank: number): { is: Test; word: string } | null {
  if (type === 'number') return toRange(bins ?? [], RANGES[rank] ?? RANGES[0]);
  const value = values?.[rank]?.value;
  if (value === undefined || distinct > MOST_VALUES || value.length > LONGEST_ANSWER) return null;
  return { is: type === 'multi' ? { anyOf: [value] } : { in: [value] }, word: value };
}

function toRange(bins: NonNullable<Distribution['bins']>, [from, to]: readonly [number, number]): { is: Test; word: string } | null {
  const all = bins.reduce((sum, { respondents }) => sum + respondents, 0);
  let before = 0;
  const inside = bins.filter(({ respondents }) => {
    const middle = (before + respondents / 2) / all;
    before += respondents;
    return respondents > 0 && middle >= from && middle <= to;
  });
  const [low, high] = [Number(inside[0]?.from), Number(inside.at(-1)?.to)];
  if (all === 0 || Number.isNaN(low) || Number.isNaN(high)) return null;
  // The end of a bin is the first number that is not in it.
  const last = Number.isInteger(low) && Number.isInteger(high) && high > low ? high - 1 : high;
  return { is: { between: [low, last] }, word: low === last ? String(low) : `${low}–${last}` };
}
