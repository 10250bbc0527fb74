import type { FieldDefinition } from '@likeness/core';

/** One question of the form. Its `key` is the attribute that mapping rules name. */
export type Question = { key: string; label: string; kind: 'number' | 'choice' | 'multi' | 'text'; options?: readonly string[] };

/** What the visitor is asked, in the order of the form. */
export const QUESTIONS: readonly Question[] = [
  { key: 'age', label: 'How old are you?', kind: 'number' },
  { key: 'location', label: 'Where do you work?', kind: 'choice', options: ['London', 'Manchester', 'Leeds', 'Berlin', 'Paris', 'Somewhere else'] },
  { key: 'role', label: 'What do you do?', kind: 'choice', options: ['Product manager', 'Designer', 'Developer', 'Operations manager', 'Founder'] },
  { key: 'goals', label: 'What do you want?', kind: 'multi', options: ['Save time', 'Increase productivity', 'Fewer errors', 'Spend less', 'Better reports'] },
  { key: 'frustrations', label: 'What gets in your way?', kind: 'multi', options: ['System downtime', 'Slow support', 'Hidden costs', 'Too many clicks', 'Manual work'] },
  { key: 'comment', label: 'Anything else?', kind: 'text' },
];

/** The same for the rules: how each answer is read. */
export const FIELDS: FieldDefinition[] = QUESTIONS.map(({ key, kind }) => ({ name: key, type: kind, ...(kind === 'text' && { language: 'en' }) }));
