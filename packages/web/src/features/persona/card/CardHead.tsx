import { Menu, Button, UnstyledButton } from '@mantine/core';
import { memo, useRef } from 'react';
import { LikenessRing } from '../../../charts/LikenessRing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { toInitials } from '../../../ui/to-initials.ts';
import { showToast } from '../../../ui/toast/show-toast.ts';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { type Card, SECTION_KINDS, type SectionKind } from './card.ts';
import classes from './card.module.css';
import { addSection, sectionsOf } from './change-card.ts';
import { ClaimSummaryLine } from './ClaimSummaryLine.tsx';
import { EditableText } from './EditableText.tsx';
import { newSection } from './read-card.ts';
import { PHOTO_LIMIT, shrinkPicture } from './shrink-picture.ts';
import type { ClaimSummary } from './to-claim-view.ts';

type CardHeadProps = {
  name: string;
  description: string;
  card: Card;
  colorIndex: number;
  summary: ClaimSummary;
  onName: (name: string) => void;
  onDescription: (description: string) => void;
};

/** The head of a card: photo, name, who it is in a sentence, and how its claims stand. */
export function CardHead({ name, description, card, colorIndex, summary, onName, onDescription }: CardHeadProps) {
  const { isReadOnly } = useEditing();
  return (
    <section className={classes.hero} aria-label={messages.card.head}>
      <div className={classes.heroTop}>
        <Photo name={name} photo={card.photo} colorIndex={colorIndex} />
        <div className={classes.heroText}>
          <EditableText className={classes.name} label={messages.card.name} placeholder={messages.card.namePlaceholder} value={name} maxLength={200} isReadOnly={isReadOnly} onChange={onName} onEnter={() => undefined} />
          {name.trim() === '' && <p className={classes.problem}>{messages.card.nameWanted}</p>}
          <EditableText className={classes.description} label={messages.card.description} placeholder={messages.card.descriptionPlaceholder} value={description} maxLength={2000} isReadOnly={isReadOnly} onChange={onDescription} />
        </div>
        {!isReadOnly && <AddSection card={card} />}
      </div>
      <ClaimSummaryLine summary={summary} />
    </section>
  );
}

const Photo = memo(function Photo({ name, photo, colorIndex }: { name: string; photo: string | null; colorIndex: number }) {
  const { editCard, isReadOnly } = useEditing();
  const input = useRef<HTMLInputElement>(null);
  const set = (next: string | null): void => editCard((card) => ({ ...card, photo: next }));
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    await shrinkPicture(file, PHOTO_LIMIT).then(set, () => showToast({ text: messages.card.noPicture, tone: 'bad' }));
  };
  const ring = <LikenessRing initials={toInitials(name)} color={`var(--c${(colorIndex % 8) + 1})`} shares={null} />;
  const shown = photo === null ? ring : <img className={classes.photo} src={photo} alt={messages.card.photoOf(name)} />;
  if (isReadOnly) return shown;
  return (
    <div className={classes.photoPlace}>
      <UnstyledButton data-export="unwrap" onClick={() => input.current?.click()}>
        {shown}
        <span className={classes.photoHint} data-export="skip">
          <Icon name="edit" size={12} />
        </span>
        <span className={classes.hidden} data-export="skip">
          {messages.card.choosePhoto}
        </span>
      </UnstyledButton>
      {photo !== null && (
        <UnstyledButton className={classes.link} onClick={() => set(null)}>
          {messages.card.removePhoto}
        </UnstyledButton>
      )}
      <input
        ref={input} type="file" hidden accept="image/png,image/jpeg,image/webp" aria-label={messages.card.choosePhoto}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
});

function AddSection({ card }: { card: Card }) {
  const { editCard } = useEditing();
  const add = (kind: SectionKind): void => {
    const section = newSection(kind, sectionsOf(card, 1).length <= sectionsOf(card, 2).length ? 1 : 2);
    editCard((each) => addSection(each, section));
    // The new section is drawn after this: its first field is where one goes on.
    setTimeout(() => document.querySelector<HTMLElement>(`[data-section="${section.id}"] :is(textarea, select, input)`)?.focus(), 50);
  };
  return (
    <Menu position="bottom-end" shadow="md" returnFocus={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="plus" />}>
          {messages.card.addSection}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SECTION_KINDS.map((kind) => (
          <Menu.Item key={kind} onClick={() => add(kind)}>
            {messages.card.kinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
