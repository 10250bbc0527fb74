import './page.css';
import { drawQuestions, readAnswers } from './answers-form.ts';
import { createPersonaCard } from './persona-card.ts';
import { PERSONAS } from './personas.ts';
import { findBest, scoreVisitor, type VisitorScore } from './score-visitor.ts';

const SAID_AFTER_MS = 1000;

/** The page: every change of an answer or a rule scores the visitor again, here and at once. */
const form = byId('answers') as HTMLFormElement;
const verdict = byId('verdict');
const said = byId('said');
const cards = PERSONAS.map((persona) => createPersonaCard(persona, show));
let saying = 0;

drawQuestions(byId('questions'));
byId('personas').append(...cards.map(({ root }) => root));
form.addEventListener('input', show);
// The fields are cleared after this event.
form.addEventListener('reset', () => setTimeout(show));
form.addEventListener('submit', (event) => event.preventDefault());
show();

function show(): void {
  const scores = scoreVisitor(cards.map((card) => card.readRuleSet()), readAnswers(form));
  for (const [index, card] of cards.entries()) card.show(scores[index] as VisitorScore);
  verdict.textContent = toVerdict(scores);
  // A screen reader hears the sentence when typing has paused, not at every key.
  clearTimeout(saying);
  saying = setTimeout(() => (said.textContent = verdict.textContent), SAID_AFTER_MS) as unknown as number;
}

function toVerdict(scores: readonly VisitorScore[]): string {
  if (scores.every(({ evidenceRatio }) => evidenceRatio === 0)) return 'Answer a question, and see whose likeness this visitor is.';
  const best = findBest(scores);
  const score = best === null ? undefined : scores[best];
  const persona = best === null ? undefined : PERSONAS[best];
  if (!score || !persona) return 'None of the personas stands for this visitor so far.';
  return `This visitor is most like ${persona.name}: ${score.scorePercent} of 100, a ${score.band} match, with ${Math.round(100 * score.evidenceRatio)}\u202f% of the evidence.`;
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found;
}
