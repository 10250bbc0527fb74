import type { ReactNode } from 'react';
import type { Fill } from './band-fill.ts';
import classes from './donut.module.css';

type DonutProps = {
  /** What it shows, as a sentence: its text alternative. */
  sentence: string;
  parts: readonly { fill: Fill; value: number }[];
  /** Fewer than 30 answers: the outline only. */
  isFew: boolean;
  /** In the middle: the strong share. */
  children: ReactNode;
};

const RADIUS = 52.5;
const RING = 23;
const GAP = 2.5;
const LENGTH = 2 * Math.PI * RADIUS;
// What is drawn is no file.
const IMAGE = { role: 'img' } as const;

/** A whole in its parts, clockwise from the top, with one figure in the middle. */
export function Donut({ sentence, parts, isFew, children }: DonutProps) {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const shown = isFew || total === 0 ? [] : parts.filter(({ value }) => value > 0);
  const gap = shown.length > 1 ? GAP : 0;
  const starts = shown.map((_, index) => shown.slice(0, index).reduce((sum, { value }) => sum + value, 0));
  return (
    <div className={classes.donut} {...IMAGE} aria-label={sentence}>
      <svg viewBox="0 0 130 130" fill="none" aria-hidden="true">
        {shown.length === 0 && <circle className={classes.outline} cx="65" cy="65" r={RADIUS} />}
        {shown.map(({ fill, value }, index) => {
          const length = Math.max(0.5, (value / total) * LENGTH - gap);
          const turn = ((starts[index] ?? 0) / total) * 360 - 90;
          return (
            <g key={fill} transform={`rotate(${turn} 65 65)`}>
              {fill === 'weak' && <circle className={classes.edge} cx="65" cy="65" r={RADIUS} strokeWidth={RING} strokeDasharray={`${length} ${LENGTH}`} />}
              <circle
                className={classes[fill]} cx="65" cy="65" r={RADIUS} strokeWidth={fill === 'weak' ? RING - 2 : RING}
                strokeDasharray={`${fill === 'weak' ? Math.max(0.5, length - 2) : length} ${LENGTH}`} strokeDashoffset={fill === 'weak' ? -1 : 0}
              />
            </g>
          );
        })}
      </svg>
      <div className={classes.middle} aria-hidden="true">
        {children}
      </div>
    </div>
  );
}
