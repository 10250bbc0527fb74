import { Button, Pill, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import classes from './rules.module.css';

/** Words or phrases to look for in free text. Enter or a comma adds what was typed; Backspace in an empty field takes the last one out. */
export function WordList({ label, words, onChange }: { label: string; words: readonly string[]; onChange: (words: string[]) => void }) {
  const { isReadOnly } = useEditing();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const word = typed.trim();
    if (word !== '' && !words.includes(word)) onChange([...words, word]);
    setTyped('');
  };
  return (
    <div className={classes.words}>
      {words.map((word) => (
        <Pill
          key={word} withRemoveButton={!isReadOnly} onRemove={() => onChange(words.filter((each) => each !== word))}
          removeButtonProps={{ 'aria-label': messages.rules.removeWord(word), 'aria-hidden': false, tabIndex: 0 }}
        >
          {word}
        </Pill>
      ))}
      <TextInput
        aria-label={label} placeholder={messages.rules.typeWord} value={typed} disabled={isReadOnly} className={classes.word} onBlur={add}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            add();
          } else if (event.key === 'Backspace' && typed === '') onChange(words.slice(0, -1));
        }}
      />
      <Button variant="subtle" size="compact-sm" leftSection={<Icon name="plus" />} onClick={add} disabled={typed.trim() === ''}>
        {messages.rules.addWord}
      </Button>
    </div>
  );
}
