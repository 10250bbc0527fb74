import type { PersonaScores, SurveyTally } from '@likeness/core';

const LETTERS = { matched: 'm', unmatched: 'u', unanswered: 'a' };

type Latest = { scores: PersonaScores; submittedMs: number };

/**
 * The latest response of each respondent, for counting people once.
 *
 * Later means submitted later; of equal moments the one offered later. A response without a moment is earlier than
 * any that has one. Scores with the same outcomes are kept once, so that a respondent costs an entry and not a copy:
 * a million people need some 150 MB.
 */
export class LatestResponses {
  readonly #latest = new Map<string, Latest>();
  readonly #shared = new Map<string, PersonaScores>();

  /** `submittedMs` is null where the moment is not known. */
  offer(respondent: string, submittedMs: number | null, scores: PersonaScores): void {
    const moment = submittedMs ?? -Infinity;
    const known = this.#latest.get(respondent);
    if (known === undefined) {
      this.#latest.set(respondent, { scores: this.#share(scores), submittedMs: moment });
    } else if (moment >= known.submittedMs) {
      known.scores = this.#share(scores);
      known.submittedMs = moment;
    }
  }

  /** Counts every respondent once. */
  countInto(tally: SurveyTally): void {
    for (const { scores } of this.#latest.values()) tally.addRespondent(scores);
  }

  #share(scores: PersonaScores): PersonaScores {
    const key = scores.map((score) => (score?.outcomes ?? []).map((outcome) => LETTERS[outcome]).join('')).join('|');
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    this.#shared.set(key, scores);
    return scores;
  }
}
