import { TOO_FEW_BELOW } from '@likeness/core';
import type { Portfolio } from '@likeness/core';

/** Something about the portfolio that is worth changing, in plain words. */
export type Remark = { code: 'too_similar' | 'adds_almost_nobody' | 'too_broad'; persona_ids: number[]; sentence: string };

/** A persona as remarks speak of it; `verdict` is its word. */
export type RemarkedPersona = { id: number; name: string; verdict: string };

/**
 * What about these personas together is worth changing?
 *
 * Pairs that are nearly the same people come first, then personas that add almost nobody (not repeated when a pair has
 * named them as the one to drop), then those too broad to tell anybody apart. Fewer than 30 respondents: nothing, because
 * a remark asks somebody to act. One persona alone is compared with nobody.
 *
 * @param portfolio at the moderate band, in the order of `personas`
 */
export function toRemarks(portfolio: Portfolio, personas: readonly RemarkedPersona[]): Remark[] {
  if (portfolio.n < TOO_FEW_BELOW) return [];
  const similar = toSimilarRemarks(portfolio, personas);
  const named = new Set(portfolio.tooSimilar.map(({ redundant }) => redundant));
  const small = personas.length < 2 ? [] : portfolio.personas.filter(({ index, addsAlmostNobody }) => addsAlmostNobody && !named.has(index));
  return [
    ...similar,
    ...small.flatMap(({ index, covered, unique }) => {
      const persona = personas[index];
      return persona ? [{ code: 'adds_almost_nobody' as const, persona_ids: [persona.id], sentence: toLossSentence(persona.name, covered, unique) }] : [];
    }),
    ...personas
      .filter(({ verdict }) => verdict === 'too broad')
      .map(({ id, name }) => ({ code: 'too_broad' as const, persona_ids: [id], sentence: `${name} is too broad to tell people apart. More rules would sharpen it.` })),
  ];
}

function toSimilarRemarks({ tooSimilar, overlaps, personas: counts }: Portfolio, personas: readonly RemarkedPersona[]): Remark[] {
  return tooSimilar.flatMap(({ a, b, redundant }) => {
    const [dropped, kept] = [personas[redundant], personas[redundant === a ? b : a]];
    const both = overlaps.find((overlap) => overlap.a === a && overlap.b === b)?.both ?? 0;
    const { covered = 0, unique = 0 } = counts[redundant] ?? {};
    if (!dropped || !kept) return [];
    const loss = unique === 0 ? 'would lose nobody' : `would lose ${people(unique)}`;
    return [{
      code: 'too_similar' as const,
      persona_ids: [a, b].flatMap((index) => personas[index]?.id ?? []),
      sentence: `Dropping ${dropped.name} ${loss}: ${both.toLocaleString('en-US')} of its ${people(covered)} also match ${kept.name}.`,
    }];
  });
}

function toLossSentence(name: string, covered: number, unique: number): string {
  if (covered === 0) return `Nobody matches ${name}.`;
  const reached = unique === 0 ? 'nobody whom' : `only ${people(unique)} whom`;
  return `${name} reaches ${reached} no other persona reaches.`;
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;
}
