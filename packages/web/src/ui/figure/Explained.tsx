import { Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import { messages } from '../messages.ts';
import classes from './explained.module.css';

/** What a number opens. */
export type Explanation = {
  /** What it says, in a sentence or two. */
  definition: ReactNode;
  /** How it is computed: formula in words, n, which days, which edition. */
  method?: ReactNode;
  /** Link to the people behind it. */
  people?: ReactNode;
  /** Exports what it is made of. */
  onExport?: () => void;
};

// A popover that the library places; HTML's own dialog stands in the middle.
const DIALOG = { role: 'dialog', tabIndex: -1 } as const;

/** The button beside a number that opens its definition, method, people and export. Escape closes it and gives the focus back. */
export function Explained({ name, explanation: { definition, method, people, onExport } }: { name: string; explanation: Explanation }) {
  const words = messages.figure;
  return (
    <Popover width={300} position="bottom-end" shadow="md" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <UnstyledButton className={classes.button} aria-label={words.open(name)} aria-haspopup="dialog">
          <Icon name="info" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown {...DIALOG} aria-label={words.open(name)} className={classes.panel}>
        <p className={classes.name}>{name}</p>
        <p>{definition}</p>
        {method !== undefined && (
          <>
            <p className={classes.label}>{words.method}</p>
            <p className={classes.method}>{method}</p>
          </>
        )}
        <div className={classes.actions}>
          {people}
          {onExport !== undefined && (
            <UnstyledButton className={classes.link} onClick={onExport}>
              <Icon name="download" />
              {words.export}
            </UnstyledButton>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
