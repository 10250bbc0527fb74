import { Popover } from '@mantine/core';
import type { ReactNode, SyntheticEvent } from 'react';
import classes from './plot-mark.module.css';

type PlotMarkProps = {
  /** Its place, 0 to 1. */
  x: number;
  label: string;
  /** What the button says to screen readers. */
  name: string;
  /** What it opens to. */
  children: ReactNode;
};

// A popover that the library places; HTML's own dialog stands in the middle.
const DIALOG = { role: 'dialog', tabIndex: -1 } as const;

// The plot under the mark walks its points with the same keys and clicks.
const keep = (event: SyntheticEvent): void => event.stopPropagation();
const KEPT = { onClick: keep, onKeyDown: keep, onFocus: keep, onPointerMove: keep };

/** A dashed line across a plot where something changed, with a label that opens what it was. For `ChartPlot`'s `marks`. */
export function PlotMark({ x, label, name, children }: PlotMarkProps) {
  return (
    <div className={classes.mark} style={{ left: `${100 * x}%` }} {...KEPT}>
      <Popover width={300} position="bottom" shadow="md" trapFocus returnFocus withRoles={false}>
        <Popover.Target>
          <button type="button" className={`${classes.label} ${x > 0.8 ? classes.before : ''}`} aria-label={name} aria-haspopup="dialog">
            {label}
          </button>
        </Popover.Target>
        <Popover.Dropdown {...DIALOG} aria-label={name} className={classes.panel}>
          {children}
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
