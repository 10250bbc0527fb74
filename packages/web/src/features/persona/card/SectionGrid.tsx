import { DragDropProvider, useDroppable } from '@dnd-kit/react';
import { isSortable } from '@dnd-kit/react/sortable';
import { type ComponentProps, memo } from 'react';
import { useEditing } from '../edit-context.ts';
import type { Card, CardSection } from './card.ts';
import classes from './card.module.css';
import { moveSection, sectionsOf } from './change-card.ts';
import { SectionFrame } from './SectionFrame.tsx';
import type { CardEvidence } from './use-evidence.ts';

type DragEnd = Parameters<NonNullable<ComponentProps<typeof DragDropProvider>['onDragEnd']>>[0];

/** A column takes what is dragged only where none of its sections does. */
const BELOW_ITS_SECTIONS = 1;

/** The sections of a card in two columns, one under 768 pixels; moved by mouse, finger and keyboard. */
export const SectionGrid = memo(function SectionGrid({ card, evidence }: { card: Card; evidence: CardEvidence | undefined }) {
  const { editCard } = useEditing();
  const drop = ({ operation, canceled }: DragEnd): void => {
    const { source, target } = operation;
    if (canceled || !isSortable(source)) return;
    // Over an empty column the target is the column itself.
    const isColumn = target !== null && String(target.id).startsWith('column-');
    const column = (isColumn ? String(target.id) : `column-${String(source.group)}`) === 'column-2' ? 2 : 1;
    const index = isColumn && String(source.group) !== String(column) ? Number.MAX_SAFE_INTEGER : source.index;
    editCard((each) => moveSection(each, String(source.id), column, index));
  };
  return (
    <DragDropProvider onDragEnd={drop}>
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
