import type { Band } from './search.ts';
import type { ResponseDetail } from './use-responses.ts';

/** A persona and how well each response of a person fits it; null where it has no score. Scores in percent. */
export type PersonaHistory = { personaId: number; name: string; scores: ({ responseId: number; at: string; score: number; band: Band } | null)[]; hasChanged: boolean };

/**
 * How somebody's personas changed over their responses, oldest response first.
 *
 * Personas come in the order of the newest response's scores, best first. `hasChanged`: not the same band throughout.
 */
export function toHistory(responses: readonly ResponseDetail[]): { at: { responseId: number; at: string }[]; personas: PersonaHistory[] } {
  const ordered = responses.toSorted((a, b) => a.submitted_at.localeCompare(b.submitted_at) || a.id - b.id);
  const newestFirst = ordered.toReversed().flatMap(({ scores }) => scores);
  const names = new Map(newestFirst.toReversed().map(({ persona_id, persona_name }) => [persona_id, persona_name]));
  const ids = [...new Set(newestFirst.map(({ persona_id }) => persona_id))];
  return {
    at: ordered.map(({ id, submitted_at }) => ({ responseId: id, at: submitted_at })),
    personas: ids.map((personaId) => {
      const scores = ordered.map(({ id, submitted_at: at, scores: given }) => {
        const score = given.find(({ persona_id }) => persona_id === personaId);
        return score === undefined ? null : { responseId: id, at, score: score.match_score, band: score.band };
      });
      return { personaId, name: names.get(personaId) ?? '', scores, hasChanged: new Set(scores.flatMap((score) => score?.band ?? [])).size > 1 };
    }),
  };
}
