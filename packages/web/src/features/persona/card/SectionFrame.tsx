import { useSortable } from '@dnd-kit/react/sortable';
import { ActionIcon, Menu } from '@mantine/core';
import { memo } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import { showToast } from '../../../ui/toast/show-toast.ts';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { type CardSection, hasClaims } from './card.ts';
import classes from './card.module.css';
import { changeSection, moveSection, removeSection } from './change-card.ts';
import { ChartBlock } from './ChartBlock.tsx';
import { ClaimList } from './ClaimList.tsx';
import { EditableText } from './EditableText.tsx';
import { ImageBlock } from './ImageBlock.tsx';
import { QuoteList } from './QuoteList.tsx';
import type { CardEvidence } from './use-evidence.ts';

type SectionFrameProps = { section: CardSection; index: number; evidence: CardEvidence | undefined };

/** One section: its title, its handle, and whatever it is made of. Drawn again only when it changes itself. */
export const SectionFrame = memo(function SectionFrame({ section, index, evidence }: SectionFrameProps) {
  const { editCard, isReadOnly } = useEditing();
  const { ref, handleRef, isDragSource, isDropTarget } = useSortable({ id: section.id, index, group: String(section.column), type: 'section', accept: 'section', disabled: isReadOnly });
  const name = section.title === '' ? messages.card.kinds[section.kind] : section.title;
  return (
    <section ref={isReadOnly ? null : ref} data-section={section.id} aria-label={name} className={`${classes.section} ${isDragSource ? classes.dragged : isDropTarget ? classes.target : ''}`}>
      <header className={classes.sectionHead}>
        <h2 className={classes.hidden}>{name}</h2>
        <EditableText
          className={classes.title} label={messages.card.titleOf(messages.card.kinds[section.kind])} placeholder={messages.card.kinds[section.kind]}
          value={isReadOnly ? name : section.title} maxLength={120} isReadOnly={isReadOnly} onEnter={() => undefined}
          onChange={(title) => editCard((card) => changeSection(card, section.id, (each) => ({ ...each, title })), `title-${section.id}`)}
        />
        {!isReadOnly && (
          <>
            <SectionMenu section={section} name={name} index={index} />
            <button ref={handleRef} type="button" className={classes.handle} aria-label={messages.card.move(name)}>
              <Icon name="drag" />
            </button>
          </>
        )}
      </header>
      <SectionBody section={section} evidence={evidence} />
    </section>
  );
});

function SectionBody({ section, evidence }: { section: CardSection; evidence: CardEvidence | undefined }) {
  const { editCard, isReadOnly } = useEditing();
  if (hasClaims(section)) return <ClaimList section={section} evidence={evidence} />;
  if (section.kind === 'quotes') return <QuoteList section={section} />;
  if (section.kind === 'charts') return <ChartBlock section={section} />;
  if (section.kind === 'image') return <ImageBlock section={section} />;
  return (
    <div className={classes.block}>
      <EditableText
        label={messages.card.text} placeholder={messages.card.textPlaceholder} value={section.text} maxLength={10_000} isReadOnly={isReadOnly}
        onChange={(text) => editCard((card) => changeSection<typeof section>(card, section.id, (each) => ({ ...each, text })), `text-${section.id}`)}
      />
    </div>
  );
}

function SectionMenu({ section, name, index }: { section: CardSection; name: string; index: number }) {
  const { editCard } = useEditing();
  const words = messages.card.menu;
  const move = (column: 1 | 2, to: number): void => editCard((card) => moveSection(card, section.id, column, to));
  const remove = (): void => {
    editCard((card) => {
      const before = card.sections;
      showToast({ text: messages.card.removed(name), action: { label: messages.undo, run: () => editCard((now) => ({ ...now, sections: before })) } });
      return removeSection(card, section.id);
    });
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="ink" aria-label={words.open(name)}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {index > 0 && <Menu.Item onClick={() => move(section.column, index - 1)}>{words.up}</Menu.Item>}
        <Menu.Item onClick={() => move(section.column, index + 1)}>{words.down}</Menu.Item>
        <Menu.Item onClick={() => move(section.column === 1 ? 2 : 1, index)}>{words.otherColumn}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="trash" />} onClick={remove}>
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
