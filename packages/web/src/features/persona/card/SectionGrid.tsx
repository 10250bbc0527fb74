import { DragDropProvider, useDroppable } from '@dnd-kit/react';
import { memo } from 'react';
import { type DragEnd, keepInItsList, toDropPlace } from '../drop-place.ts';
import { useEditing } from '../edit-context.ts';
import type { Card, CardSection } from './card.ts';
import classes from './card.module.css';
import { moveSection, sectionsOf } from './change-card.ts';
import { SectionFrame } from './SectionFrame.tsx';
import type { CardEvidence } from './use-evidence.ts';

/** A column takes what is dragged only where none of its sections does. */
const BELOW_ITS_SECTIONS = 1;

/** The sections of a card in two columns, one under 768 pixels; moved by mouse, finger and keyboard. */
export const SectionGrid = memo(function SectionGrid({ card, evidence }: { card: Card; evidence: CardEvidence | undefined }) {
  const { editCard } = useEditing();
  const drop = (event: DragEnd): void => {
    const place = toDropPlace(event);
    if (place !== null) editCard((each) => moveSection(each, place.id, place.list === '2' ? 2 : 1, place.index));
  };
  return (
    <DragDropProvider onDragOver={keepInItsList} onDragEnd={drop}>
      <div className={classes.columns}>
        <Column column={1} sections={sectionsOf(card, 1)} evidence={evidence} />
        <Column column={2} sections={sectionsOf(card, 2)} evidence={evidence} />
      </div>
    </DragDropProvider>
  );
});

function Column({ column, sections, evidence }: { column: 1 | 2; sections: readonly CardSection[]; evidence: CardEvidence | undefined }) {
  const { ref, isDropTarget } = useDroppable({ id: `column-${column}`, type: 'column', accept: 'section', collisionPriority: BELOW_ITS_SECTIONS });
  return (
    <div ref={ref} className={`${classes.column} ${isDropTarget ? classes.target : ''}`} data-column={column}>
      {sections.map((section, index) => (
        <SectionFrame key={section.id} section={section} index={index} evidence={evidence} />
      ))}
    </div>
  );
}
