import type { ReactNode } from 'react';
import classes from './grid.module.css';

type Span = 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;

/** Twelve columns with the page's gap; one column on a phone, where `half` puts two cells beside each other. */
export function Grid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}

/** A cell of a grid, as wide as so many of twelve columns; from 768 to 1023 pixels a quarter becomes a half. */
export function Cell({ span, isHalfOnPhone = false, children }: { span: Span; isHalfOnPhone?: boolean; children: ReactNode }) {
  return (
    <div className={`${classes.cell} ${isHalfOnPhone ? classes.half : ''}`} style={{ '--span': span, '--tablet-span': span === 3 ? 6 : 12 }}>
      {children}
    </div>
  );
}
