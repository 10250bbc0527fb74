import { type FigureSaid, figureSentences, type Portfolio, say, TOO_FEW_BELOW } from '@likeness/core';

/** Something about the portfolio that is worth changing, in plain words and for other languages. */
export type Remark = { code: 'too_similar' | 'adds_almost_nobody' | 'too_broad'; persona_ids: number[]; sentence: string; said: FigureSaid };

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
      return persona ? [toRemark('adds_almost_nobody', [persona.id], toLoss(persona.name, covered, unique))] : [];
    }),
    ...personas
      .filter(({ verdict }) => verdict === 'too broad')
      .map(({ id, name }) => toRemark('too_broad', [id], { code: 'tells_little', params: { name } })),
  ];
}

function toSimilarRemarks({ tooSimilar, overlaps, personas: counts }: Portfolio, personas: readonly RemarkedPersona[]): Remark[] {
  return tooSimilar.flatMap(({ a, b, redundant }) => {
    const [dropped, kept] = [personas[redundant], personas[redundant === a ? b : a]];
    const both = overlaps.find((overlap) => overlap.a === a && overlap.b === b)?.both ?? 0;
    const { covered = 0, unique = 0 } = counts[redundant] ?? {};
    if (!dropped || !kept) return [];
    const ids = [a, b].flatMap((index) => personas[index]?.id ?? []);
    return [toRemark('too_similar', ids, { code: 'drop_loses', params: { dropped: dropped.name, kept: kept.name, unique, both, covered } })];
  });
}

function toLoss(name: string, covered: number, unique: number): FigureSaid {
  return covered === 0 ? { code: 'nobody_matches', params: { name } } : { code: 'reaches_few', params: { name, unique } };
}

function toRemark(code: Remark['code'], ids: number[], said: FigureSaid): Remark {
  return { code, persona_ids: ids, sentence: say(said, figureSentences) ?? '', said };
}
