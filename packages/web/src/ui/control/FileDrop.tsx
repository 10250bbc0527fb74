import { Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { formats } from '../formats.ts';
import { Icon } from '../Icon.tsx';
import { messages } from '../messages.ts';
import classes from './file-drop.module.css';

type FileDropProps = {
  /** File endings that are taken, without a dot. */
  endings: readonly string[];
  largestBytes: number;
  isBusy?: boolean;
  onFile: (file: File) => void;
};

/** Takes one file, dropped or chosen. What is of another kind or too large is refused here with the reason. */
export function FileDrop({ endings, largestBytes, isBusy = false, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const words = messages.file;
  const take = (file: File | undefined): void => {
    if (file === undefined || isBusy) return;
    const refusal = toRefusal(file, endings, largestBytes);
    setProblem(refusal);
    if (refusal === null) onFile(file);
  };
  // Dropping is a second way for the mouse; the button does the same for everybody.
  const dropping = {
    onDragLeave: () => setIsOver(false),
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      take(event.dataTransfer.files[0]);
    },
  };
  return (
    <div className={`${classes.place} ${isOver ? classes.over : ''}`} {...dropping}>
      <Icon name="upload" size={20} />
      <span>
        {words.drop} {words.or}
      </span>
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input} type="file" hidden accept={endings.map((ending) => `.${ending}`).join(',')} aria-label={words.choose}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file can be chosen again after it was corrected.
          event.currentTarget.value = '';
        }}
      />
      <p className={classes.problem} role="alert">
        {problem}
      </p>
    </div>
  );
}

function toRefusal(file: File, endings: readonly string[], largestBytes: number): string | null {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!endings.includes(ending)) return messages.file.wrongKind(file.name, endings.map((one) => one.toUpperCase()).join(', '));
  return file.size > largestBytes ? messages.file.tooLarge(file.name, formats.bytes(file.size), formats.bytes(largestBytes)) : null;
}
