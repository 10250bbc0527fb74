import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import classes from './data-table.module.css';

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

/**
 * The link of a table's row: the whole row can be clicked, one link is read and tabbed to.
 *
 * @example <RowLink to="/runs" search={{ status: 'failed' }}>Run 7</RowLink>
 */
export const RowLink = createLink(({ className = '', children, ...props }: AnchorProps) => (
  <a {...props} className={`${classes.rowLink} ${className}`}>
    {children}
  </a>
));
