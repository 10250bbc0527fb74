import { Button, NativeSelect } from '@mantine/core';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { messages } from './messages.ts';
import type { Recognition, Told } from './recognition.ts';
import classes from './recognised-parts.module.css';
import { type RecognisedPart, toRecognisedParts, toTold } from './to-recognised-parts.ts';

type RecognisedPartsProps = { recognition: Recognition; isBusy: boolean; isLocked: boolean; onTell: (told: Told) => void };

/** Header rows, encoding, delimiter and sheet as they were recognised: how sure, why, and each to be said instead. */
export function RecognisedParts({ recognition, isBusy, isLocked, onTell }: RecognisedPartsProps) {
  const words = messages.parts;
  const parts = toRecognisedParts(recognition);
  return (
    <fieldset className={classes.parts} disabled={isLocked || isBusy} aria-busy={isBusy}>
      <legend className={classes.legend}>{words.legend}</legend>
      {parts.map((part) => (
        <div key={part.name} className={classes.part}>
          <NativeSelect
            size="xs" label={words.name[part.name]} value={part.value} data={part.choices.map((value) => ({ value, label: toWord(part.name, value) }))}
            onChange={({ currentTarget }) => onTell(toTold(recognition.told, part.name, currentTarget.value))}
          />
          <Why part={part} />
        </div>
      ))}
      <output className={classes.busy}>{isBusy ? words.reading : ''}</output>
      {parts.some(({ isTold }) => isTold) && (
        <Button variant="subtle" size="xs" leftSection={<Icon name="undo" size={14} />} onClick={() => onTell({})}>
          {words.findOut}
        </Button>
      )}
    </fieldset>
  );
}

function Why({ part: { isTold, confidence, reason, note } }: { part: RecognisedPart }) {
  return (
    <span className={classes.why}>
      {isTold ? (
        <Chip tone="info">{messages.parts.told}</Chip>
      ) : (
        confidence !== null && (
          <Chip tone={confidence === 'sure' ? 'outline' : confidence === 'check' ? 'warn' : 'plain'}>
            {confidence === 'sure' && <Icon name="check" size={12} />}
            {messages.confidence[confidence]}
          </Chip>
        )
      )}
      {!isTold && reason !== '' && <span dir="auto">{messages.note(note, reason)}</span>}
    </span>
  );
}

function toWord(name: RecognisedPart['name'], value: string): string {
  const words = messages.parts;
  switch (name) {
    case 'header_rows':
      return messages.seen.headerRows(Number(value));
    case 'encoding':
      return words.encodings[value as keyof typeof words.encodings] ?? value;
    case 'delimiter':
      return words.delimiters[value as keyof typeof words.delimiters] ?? value;
    case 'sheet':
      return value;
  }
}
