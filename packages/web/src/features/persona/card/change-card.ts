import type { Card, CardSection } from './card.ts';

/** The card with one section changed. */
export function changeSection<S extends CardSection>(card: Card, id: string, change: (section: S) => CardSection): Card {
  return { ...card, sections: card.sections.map((section) => (section.id === id ? change(section as S) : section)) };
}

/** The card with a section added at the end of its column. */
export function addSection(card: Card, section: CardSection): Card {
  return { ...card, sections: [...card.sections, section] };
}

/** The card without a section. */
export function removeSection(card: Card, id: string): Card {
  return { ...card, sections: card.sections.filter((section) => section.id !== id) };
}

/** The sections of one column, in order. */
export function sectionsOf({ sections }: Card, column: 1 | 2): CardSection[] {
  return sections.filter((section) => section.column === column);
}

/** The card with a section at a position of a column; past the end is the end. */
export function moveSection(card: Card, id: string, column: 1 | 2, index: number): Card {
  const section = card.sections.find((each) => each.id === id);
  if (section === undefined) return card;
  const rest = removeSection(card, id);
  const other = sectionsOf(rest, column === 1 ? 2 : 1);
  const own = sectionsOf(rest, column).toSpliced(index, 0, { ...section, column });
  return { ...card, sections: column === 1 ? [...own, ...other] : [...other, ...own] };
}
