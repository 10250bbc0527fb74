import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './coverage-card.module.css';

/** A picture with a name; the name opens the persona's figures. */
export function RowName({ picture, personaId, children }: { picture: ReactNode; personaId?: number; children: string }) {
  return (
    <span className={classes.name}>
      {picture}
      {personaId === undefined ? (
        <b>{children}</b>
      ) : (
        <Link to="/persona-builder/$personaId" params={{ personaId: String(personaId) }} search={{ tab: 'analytics' }}>
          {children}
        </Link>
      )}
    </span>
  );
}
