import { FileDrop } from '../../../ui/control/FileDrop.tsx';
import { showToast } from '../../../ui/toast/show-toast.ts';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import type { ImageSection } from './card.ts';
import classes from './card.module.css';
import { changeSection } from './change-card.ts';
import { EditableText } from './EditableText.tsx';
import { PICTURE_LIMIT, shrinkPicture } from './shrink-picture.ts';

const LARGEST_FILE_BYTES = 20_000_000;

/** A picture with words for those who do not see it. It is made smaller here and becomes part of the card. */
export function ImageBlock({ section }: { section: ImageSection }) {
  const { editCard, isReadOnly } = useEditing();
  const change = (part: Partial<ImageSection>, key?: string): void => editCard((card) => changeSection<ImageSection>(card, section.id, (each) => ({ ...each, ...part })), key);
  const take = (file: File): void => {
    void shrinkPicture(file, PICTURE_LIMIT).then((src) => change({ src }), () => showToast({ text: messages.card.noPicture, tone: 'bad' }));
  };
  return (
    <div className={classes.block}>
      {section.src !== null && <img className={classes.picture} src={section.src} alt={section.alt} />}
      {!isReadOnly && <FileDrop endings={['png', 'jpg', 'jpeg', 'webp']} largestBytes={LARGEST_FILE_BYTES} onFile={take} />}
      <EditableText
        className={classes.source} label={messages.card.alt} placeholder={messages.card.altPlaceholder} value={section.alt} maxLength={300} isReadOnly={isReadOnly}
        onChange={(alt) => change({ alt }, `alt-${section.id}`)} onEnter={() => undefined}
      />
    </div>
  );
}
