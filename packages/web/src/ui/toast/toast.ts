import type { ReactNode } from 'react';

/** A short message that goes away by itself. */
export type Toast = {
  text: ReactNode;
  tone?: 'plain' | 'warn' | 'bad';
  /** One thing to do about it, as Undo; the message then stays twice as long. */
  action?: { label: string; run: () => void };
  /** Messages with the same id replace each other. */
  id?: string;
};
