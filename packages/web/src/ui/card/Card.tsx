import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../Icon.tsx';
import classes from './card.module.css';

/** Whether a card's content is shown at first where it can be folded away. */
export type Fold = 'open' | 'closed';

type CardProps = {
  title: ReactNode;
  /** What is shown, of whom and over which time, in one line. */
  caption?: ReactNode;
  /** At the end of the title's line; at most two buttons. */
  actions?: ReactNode;
  /** The heading's level under the page's h1. */
  level?: 2 | 3;
  /** Without padding around the content: for tables, which have their own. */
  isFlush?: boolean;
  /** On a phone the title folds the content away, so that a long page can be looked over; how it is at first. */
  fold?: Fold;
  children: ReactNode;
};

/** A titled box. It is a region of the page that screen readers can jump to; cards do not lie in cards. */
export function Card({ title, caption, actions, level = 2, isFlush = false, fold, children }: CardProps) {
  const id = useId();
  const isPhone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false });
  const [isOpen, setIsOpen] = useState(fold !== 'closed');
  const isFolding = isPhone && fold !== undefined;
  const isFolded = isFolding && !isOpen;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={`${classes.card} ${isFolded ? classes.folded : ''}`} aria-labelledby={id}>
      <header className={classes.head}>
        <Heading id={id}>{isFolding ? <FoldButton title={title} isOpen={isOpen} onClick={() => setIsOpen(!isOpen)} /> : title}</Heading>
        {actions !== undefined && !isFolded && <div className={classes.actions}>{actions}</div>}
      </header>
      {caption !== undefined && <p className={classes.caption}>{caption}</p>}
      <div className={isFlush ? classes.flush : classes.body} hidden={isFolded}>
        {children}
      </div>
    </section>
  );
}

function FoldButton({ title, isOpen, onClick }: { title: ReactNode; isOpen: boolean; onClick: () => void }) {
  return (
    <button type="button" className={classes.fold} aria-expanded={isOpen} onClick={onClick}>
      {title}
      <Icon name="chevron" />
    </button>
  );
}
