import { getRouteApi } from '@tanstack/react-router';
import type { Persona } from '../../api/use-personas.ts';
import { SegmentedControl } from '../../ui/control/SegmentedControl.tsx';
import { messages } from './messages.ts';

const route = getRouteApi('/persona-builder/$personaId');

/**
 * Each day under the edition of its time, or all days under the edition of the present scores: what moved by other answers
 * is told from what moved by other rules. Only where the rules changed in these days, or all are under one edition already.
 */
export function EditionSwitch({ persona, hasMarks }: { persona: Persona; hasMarks: boolean }) {
  const { under } = route.useSearch();
  const navigate = route.useNavigate();
  const words = messages.evolution;
  if (!hasMarks && under === undefined) return null;
  const choices = [
    { value: 'day' as const, name: words.ofDay, title: words.ofDayTitle },
    { value: 'one' as const, name: words.throughout(persona.scored_edition ?? persona.edition), title: words.throughoutTitle },
  ];
  const show = (value: 'day' | 'one'): void =>
    void navigate({ search: ({ under: _before, ...search }) => ({ ...search, ...(value === 'one' && { under: value }) }), resetScroll: false });
  return <SegmentedControl label={words.editions} choices={choices} value={under ?? 'day'} onChange={show} />;
}
