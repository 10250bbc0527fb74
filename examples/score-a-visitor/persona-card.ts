import type { RuleOutcome, RuleSet } from '@likeness/core';
import { element } from './element.ts';
import type { Persona } from './personas.ts';
import { readRules, type VisitorScore } from './score-visitor.ts';
import { toSentence } from './to-sentence.ts';

/** A persona on the page. `show` draws a new score; `readRuleSet` gives the rules that count: the last that could be read. */
export type PersonaCard = { root: HTMLElement; readRuleSet(): RuleSet; show(score: VisitorScore): void };

const MARKS: Record<RuleOutcome, [string, string]> = {
  matched: ['✓', 'matched'],
  unmatched: ['✕', 'not matched'],
  unanswered: ['–', 'not answered'],
};

/** Makes the card of a persona. `onRules` is called when its rules were changed to others that can be read. */
export function createPersonaCard({ name, summary, rules }: Persona, onRules: () => void): PersonaCard {
  const score = element('span', { className: 'score' });
  const band = element('span', { className: 'band' });
  const fill = element('div', { className: 'fill' });
  const evidence = element('p', { className: 'evidence' });
  const reasons = element('ul', { className: 'reasons' });
  const editor = createRuleEditor(name, rules, onRules);
  const who = element('div', { className: 'who' }, element('h2', {}, name), element('p', {}, summary));
  const root = element(
    'article',
    { className: 'card', ariaLabel: name },
    element('div', { className: 'person' }, toInitials(name), who, band, score),
    element('div', { className: 'bar', ariaHidden: 'true' }, fill, element('span', { className: 'tick moderate' }), element('span', { className: 'tick strong' })),
    evidence,
    reasons,
    editor.root,
  );
  return {
    root,
    readRuleSet: editor.readRuleSet,
    show({ scorePercent, band: newBand, evidenceRatio, reasons: newReasons, score: { outcomes } }) {
      root.dataset.band = newBand;
      score.textContent = scorePercent;
      band.textContent = `${newBand} match`;
      fill.style.width = `${scorePercent}%`;
      evidence.textContent = `Evidence ${Math.round(100 * evidenceRatio)}\u202f%: the share of the rules’ weight that the answers say anything about`;
      const drawn = editor.readRuleSet().rules.map((rule, index) => {
        const reason = newReasons[index];
        return drawReason(toSentence(rule), outcomes[index] ?? 'unanswered', toRemarks(rule, reason?.actual));
      });
      reasons.replaceChildren(...drawn);
    },
  };
}

function toInitials(name: string): HTMLElement {
  return element('span', { className: 'initials', ariaHidden: 'true' }, name.slice(0, 2).toUpperCase());
}

function drawReason(sentence: string, outcome: RuleOutcome, remarks: string): HTMLElement {
  const [mark, words] = MARKS[outcome];
  const shown = element('span', { className: 'outcome', ariaHidden: 'true' }, mark);
  return element('li', { className: outcome }, shown, element('span', {}, sentence), element('small', {}, [words, remarks].filter(Boolean).join(' · ')));
}

/** What was answered, and what makes the rule count otherwise than others. */
function toRemarks({ weight, required }: RuleSet['rules'][number], actual: unknown): string {
  const said = toText(actual);
  return [said && `said ${said}`, weight !== 1000 && `weight ${weight / 1000}`, required && 'required'].filter(Boolean).join(' · ');
}

function toText(actual: unknown): string {
  if (actual === null || actual === undefined) return '';
  if (Array.isArray(actual)) return actual.map(String).join(', ');
  if (typeof actual === 'object') return Object.values(actual).map(toText).filter(Boolean).join('; ');
  return String(actual);
}

/** The rules as JSON that can be changed. What cannot be read is said at once, and the last rules go on counting. */
function createRuleEditor(name: string, rules: Persona['rules'], onRules: () => void): { root: HTMLElement; readRuleSet(): RuleSet } {
  const original = toJsonText(rules);
  const problemId = `problem-${name}`;
  const input = element('textarea', { value: original, rows: 8, spellcheck: false, ariaLabel: `Mapping rules of ${name}, as JSON` });
  input.setAttribute('aria-describedby', problemId);
  const problem = element('p', { id: problemId, className: 'problem', role: 'alert' });
  const putBack = element('button', { type: 'button' }, 'Put the rules back');
  const first = readRules(original);
  if (!first.ok) throw new Error(`The rules of ${name} are wrong: ${first.problem}`);
  let current = first.ruleSet;
  const take = (): void => {
    const read = readRules(input.value);
    problem.textContent = read.ok ? '' : `${read.problem} The score is still that of the last rules that could be read.`;
    input.ariaInvalid = String(!read.ok);
    if (!read.ok) return;
    current = read.ruleSet;
    onRules();
  };
  input.addEventListener('input', take);
  putBack.addEventListener('click', () => {
    input.value = original;
    take();
  });
  return { root: element('details', {}, element('summary', {}, 'Edit the rules'), input, problem, putBack), readRuleSet: () => current };
}

/** One line a rule, so that all of them are in sight. */
function toJsonText(rules: Persona['rules']): string {
  const lines = Object.entries(rules).map(([key, value]) => {
    const items = key === 'rules' && Array.isArray(value) ? value.map((rule) => `\n    ${JSON.stringify(rule)}`) : null;
    return `  ${JSON.stringify(key)}: ${items === null ? JSON.stringify(value) : `[${items.join(',')}\n  ]`}`;
  });
  return `{\n${lines.join(',\n')}\n}`;
}
