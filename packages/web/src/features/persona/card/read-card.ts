import { newId } from '../new-id.ts';
import { type Card, type CardSection, type ClaimSection, SECTION_KINDS } from './card.ts';

const CLAIM_KINDS = ['identity', 'goals', 'frustrations', 'motivations', 'demographics', 'channels'] as const;

/**
 * A card as the API answers it, ready to be edited.
 *
 * Sections that cannot be read are left where they were, under `others`. A card of an older or foreign shape, with lists of
 * texts under `goals` and the like, or a `quote`, becomes sections; its own names then go with the next save.
 *
 * @example readCard({ goals: ['Save time'] }).sections[0] // { kind: 'goals', claims: [{ text: 'Save time', claim: null, … }], … }
 */
export function readCard(raw: unknown): Card {
  if (!isObject(raw)) return { photo: null, sections: [], others: {} };
  const { photo, sections, ...others } = raw;
  const readPhoto = typeof photo === 'string' ? photo : null;
  if (Array.isArray(sections)) return { photo: readPhoto, sections: sections.filter(isSection), others };
  return { photo: readPhoto, ...readLists(others) };
}

/** The card as the API takes it. */
export function printCard({ photo, sections, others }: Card): Record<string, unknown> {
  return { ...others, ...(photo !== null && { photo }), sections };
}

function readLists(raw: Record<string, unknown>): Pick<Card, 'sections' | 'others'> {
  const others = { ...raw };
  const sections: CardSection[] = [];
  for (const kind of CLAIM_KINDS) {
    const texts = raw[kind];
    if (!isTexts(texts)) continue;
    delete others[kind];
    if (texts.length > 0) sections.push({ ...place(`old-${kind}`, sections.length), kind, claims: texts.map((text, index) => ({ id: `old-${kind}-${index}`, text, claim: null })) });
  }
  if (typeof raw.quote === 'string') {
    delete others.quote;
    sections.unshift({ ...place('old-quotes', 1), kind: 'quotes', quotes: [{ id: 'old-quote', text: raw.quote, source: '' }] });
  }
  return { sections, others };
}

/** A new, empty section of a kind. */
export function newSection(kind: CardSection['kind'], column: 1 | 2): CardSection {
  const common = { id: newId(), title: '', column };
  switch (kind) {
    case 'quotes':
      return { ...common, kind, quotes: [{ id: newId(), text: '', source: '' }] };
    case 'charts':
      return { ...common, kind, attribute: '' };
    case 'text':
      return { ...common, kind, text: '' };
    case 'image':
      return { ...common, kind, src: null, alt: '' };
    default:
      return { ...common, kind, claims: [{ id: newId(), text: '', claim: null }] } satisfies ClaimSection;
  }
}

function place(id: string, position: number): { id: string; title: string; column: 1 | 2 } {
  return { id, title: '', column: position % 2 === 0 ? 1 : 2 };
}

function isSection(value: unknown): value is CardSection {
  return isObject(value) && typeof value.id === 'string' && SECTION_KINDS.some((kind) => kind === value.kind);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
