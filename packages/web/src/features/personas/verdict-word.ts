import type { Persona } from './load-gallery.ts';

/** The verdict's word as the API has it, or why there is none. */
export function verdictWordOf(persona: Persona): string {
  if (persona.rule_count === 0) return 'no rules yet';
  return persona.figures?.verdict ?? 'not calculated';
}
