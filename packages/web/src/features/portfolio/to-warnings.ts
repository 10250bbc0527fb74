import { TOO_FEW_BELOW } from '@likeness/core';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import { toFigureText } from '../../ui/verdict/to-verdict-look.ts';
import { messages } from './messages.ts';
import type { Portfolio } from './use-portfolio.ts';

/** Something to change: what, the counts behind it, what to do, and which personas it is about. */
export type Warning = {
  key: string;
  title: string;
  /** Null: the title has all. */
  detail: string | null;
  advice: string;
  personaIds: number[];
  /** What helps: look at the people of both, or at the rules of the first persona. */
  opens: 'both' | 'rules';
};

/**
 * What about the personas together is worth changing, in words with what to do. The API's remarks come first (they are
 * about matches, whatever the level), then personas that too few people fit at the level looked at.
 */
export function toWarnings({ remarks, personas, level, total_customers: n }: Portfolio, formats: Formats = browserFormats): Warning[] {
  const words = messages.warnings;
  const nameOf = (id: number | undefined): string => personas.find(({ persona_id }) => persona_id === id)?.name ?? '';
  const said = remarks.map(({ code, persona_ids: ids, said: sentence }): Warning => {
    const texts = words[code];
    const title = texts.title(nameOf(ids[0]), nameOf(ids[1]));
    return { key: `${code}:${ids.join(',')}`, title, detail: toFigureText(sentence, formats), advice: texts.advice, personaIds: ids, opens: code === 'too_similar' ? 'both' : 'rules' };
  });
  const named = new Set(remarks.filter(({ code }) => code === 'adds_almost_nobody').flatMap(({ persona_ids }) => persona_ids));
  const few = n < TOO_FEW_BELOW ? [] : personas.filter(({ persona_id, ...persona }) => !named.has(persona_id) && countAt(persona, level) < TOO_FEW_BELOW);
  return [
    ...said,
    ...few.map((persona): Warning => ({
      key: `few:${persona.persona_id}`, title: words.few.title(persona.name, messages.answer.levels[level]),
      detail: null, advice: words.few.advice(formats.count(countAt(persona, level))), personaIds: [persona.persona_id], opens: 'rules',
    })),
  ];
}

/** The share of respondents who fit a persona at a level. */
export function shareAt<Share>(persona: { coverage: Share; strong_coverage: Share; prevalence: Share }, level: Portfolio['level']): Share {
  return level === 'match' ? persona.coverage : level === 'strong' ? persona.strong_coverage : persona.prevalence;
}

function countAt(persona: Pick<Portfolio['personas'][number], 'coverage' | 'strong_coverage' | 'prevalence'>, level: Portfolio['level']): number {
  return shareAt(persona, level).persona_customers;
}
