import type { Schemas } from '@likeness/sdk';

/** A card as the API takes it. */
type SentCard = Schemas['PersonaCard'];
export type CardSection = NonNullable<SentCard['sections']>[number];
export type SectionKind = CardSection['kind'];
export type ClaimSection = Extract<CardSection, { claims: unknown }>;
export type CardClaim = ClaimSection['claims'][number];
export type QuoteSection = Extract<CardSection, { kind: 'quotes' }>;
export type CardQuote = QuoteSection['quotes'][number];
export type ChartSection = Extract<CardSection, { kind: 'charts' }>;
export type ImageSection = Extract<CardSection, { kind: 'image' }>;

/** What people read about a persona. `others` is what other programs keep in the card; it goes back as it came. */
export type Card = { photo: string | null; sections: CardSection[]; others: Record<string, unknown> };

/** Every kind of section in the order in which they are offered. */
export const SECTION_KINDS: readonly SectionKind[] = [
  'identity', 'goals', 'frustrations', 'motivations', 'quotes', 'demographics', 'channels', 'charts', 'text', 'image',
];

/** Whether a section is a list of claims that the data can check. */
export function hasClaims(section: CardSection): section is ClaimSection {
  return 'claims' in section;
}

/** All claims of a card, in the order in which they stand. */
export function listClaims({ sections }: Card): CardClaim[] {
  return sections.filter(hasClaims).flatMap(({ claims }) => claims);
}
