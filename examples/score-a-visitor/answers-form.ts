import type { ResponseData } from '@likeness/core';
import { element } from './element.ts';
import { type Question, QUESTIONS } from './questions.ts';

/** Puts the questions into the form. */
export function drawQuestions(place: HTMLElement): void {
  place.replaceChildren(...QUESTIONS.map((question) => element('div', { className: 'question' }, ...drawQuestion(question))));
}

/**
 * What the form says now, in the shape of a stored response: numbers as typed, several choices as a list.
 * A question without an answer is left out.
 */
export function readAnswers(form: HTMLFormElement): ResponseData {
  const given = new FormData(form);
  const answers: Record<string, unknown> = {};
  for (const { key, kind } of QUESTIONS) {
    const values = given.getAll(key).map(String).filter((value) => value.trim() !== '');
    if (values.length > 0) answers[key] = kind === 'multi' ? values : values[0];
  }
  return answers;
}

function drawQuestion(question: Question): HTMLElement[] {
  const { key, label, kind, options = [] } = question;
  if (kind === 'multi') {
    const ticks = options.map((option) => element('label', { className: 'option' }, element('input', { type: 'checkbox', name: key, value: option }), option));
    return [element('fieldset', {}, element('legend', {}, label), ...ticks)];
  }
  return [element('label', { htmlFor: key }, label), drawField(question)];
}

function drawField({ key, kind, options = [] }: Question): HTMLElement {
  if (kind === 'number') return element('input', { type: 'number', id: key, name: key, min: '0', max: '120', inputMode: 'numeric' });
  if (kind === 'text') return element('textarea', { id: key, name: key, rows: 2 });
  return element('select', { id: key, name: key }, element('option', { value: '' }, 'No answer'), ...options.map((option) => element('option', { value: option }, option)));
}
