import { HIDDEN_BELOW, TOO_BROAD_BELOW_RULES } from '@likeness/core';
import { messages } from './messages.ts';
import type { Formats } from '../../ui/formats.ts';
import type { Persona } from './load-gallery.ts';

type Word = keyof typeof messages.personas.verdict;
type PersonaFigures = NonNullable<Persona['figures']>;

/** The verdict's chip and the sentence under it. */
export type VerdictView = { word: string; tone: 'good' | 'fair' | 'poor' | 'broad' | 'open'; sentence: string };

const TONES: Record<Word, VerdictView['tone']> = {
  'good': 'good',
  'fair': 'fair',
  'poor': 'poor',
  'too broad': 'broad',
  'too few to tell': 'open',
  'no rules yet': 'open',
  'not calculated': 'open',
};

/** The verdict's word as the API has it, or why there is none. */
export function verdictWordOf(persona: Persona): string {
  if (persona.rule_count === 0) return 'no rules yet';
  return persona.figures?.verdict ?? 'not calculated';
}

/** What to say about how good a persona is. A word this version does not know is shown as it came, without a sentence. */
export function toVerdictView(persona: Persona, formats: Formats): VerdictView {
  const figures = persona.figures ?? null;
  const word = verdictWordOf(persona);
  if (!isKnown(word)) return { word, tone: 'open', sentence: '' };
  return {
    word: messages.personas.verdict[word],
    tone: TONES[word],
    sentence: figures === null ? '' : toSentence(word, figures, persona.rule_count, formats),
  };
}

function isKnown(word: string): word is Word {
  return Object.hasOwn(messages.personas.verdict, word);
}

function toSentence(word: Word, figures: PersonaFigures, ruleCount: number, formats: Formats): string {
  const says = messages.personas.says;
  switch (word) {
    case 'good':
      return says.good;
    case 'fair':
      return says.fair;
    case 'poor':
      return figures.strong_coverage.persona_customers === 0 ? says.nobodyStrong : says.poor;
    case 'too broad':
      return ruleCount < TOO_BROAD_BELOW_RULES ? says.fewRules : says.fitsEveryone;
    case 'too few to tell':
      return toTooFew(figures.coverage, formats);
    default:
      return '';
  }
}

function toTooFew({ persona_customers: matching, total_customers: n, interval: [low = 0, high = 100] }: PersonaFigures['coverage'], formats: Formats): string {
  const says = messages.personas.says;
  if (n === 0) return says.nobodyAsked;
  if (n < HIDDEN_BELOW) return says.hidden(formats.count(n));
  return says.tooFew(formats.count(matching), formats.count(n), formats.count(low), formats.count(high));
}
