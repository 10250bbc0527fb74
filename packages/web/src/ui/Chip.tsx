import type { ReactNode } from 'react';
import classes from './chip.module.css';

type Tone = 'plain' | 'match' | 'warn' | 'bad' | 'info' | 'outline' | 'dashed';

/** A word that labels what it stands beside. Colour is never alone: the word, and an icon where given, say the same. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${classes.chip} ${classes[tone]}`}>{children}</span>;
}
