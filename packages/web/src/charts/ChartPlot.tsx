import { type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode, useId, useState } from 'react';
import { messages } from '../ui/messages.ts';
import { AxisLabels, Gridlines } from './Axis.tsx';
import classes from './chart-plot.module.css';
import { nearestPoint } from './nearest-point.ts';

/** One place on the x axis that can be pointed at. */
export type PlotPoint = {
  key: string;
  /** 0 at the first, 1 at the last place of the axis. */
  x: number;
  /** What the tooltip says: the day in bold with n, then bands, then coverage and interval. */
  tooltip: ReactNode;
  /** The same as one sentence, for screen readers. */
  sentence: string;
};

// What is drawn is no file.
const IMAGE = { role: 'img' } as const;

type ChartPlotProps = {
  /** What the chart shows, as a sentence: its text alternative. */
  sentence: string;
  points: readonly PlotPoint[];
  /** Gridlines from below to above: 0 at the foot, 1 at the top. */
  yTicks: readonly { at: number; label: string }[];
  xTicks: readonly { at: number; label: string }[];
  blockSize: number;
  /** Lines that open something, over the drawing: `PlotMark`s. */
  marks?: ReactNode;
  /** Draws into the plot; `active` is the point that is pointed at. */
  children: (active: PlotPoint | null) => ReactNode;
};

/**
 * The area of a chart with axes: gridlines, labels that never scale, and a tooltip that opens on hover, focus and tap, is
 * kept by a click or Enter and closed by Escape. One tab stop; arrows, Home and End walk the points. Time runs from left to
 * right in every language.
 */
export function ChartPlot({ sentence, points, yTicks, xTicks, blockSize, marks, children }: ChartPlotProps) {
  const hint = useId();
  const [index, setIndex] = useState<number | null>(null);
  const [isPinned, setIsPinned] = useState(false);
  const active = index === null ? null : (points[index] ?? null);
  const close = (): void => {
    setIndex(null);
    setIsPinned(false);
  };
  const pointing = {
    tabIndex: 0,
    role: 'group',
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!isPinned) setIndex(nearestPoint(points, shareOfWidth(event)));
    },
    onPointerLeave: () => {
      if (!isPinned) close();
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      setIndex(nearestPoint(points, shareOfWidth(event)));
      setIsPinned(!isPinned);
    },
    onFocus: (event: { target: EventTarget & HTMLElement }) => {
      if (event.target.matches(':focus-visible')) setIndex(index ?? points.length - 1);
    },
    onBlur: close,
    onKeyDown: (event: KeyboardEvent) => {
      const next = toNext(event.key, index ?? 0, points.length);
      if (next !== null) setIndex(next);
      else if (event.key === 'Enter') setIsPinned(!isPinned);
      else if (event.key === 'Escape' && index !== null) close();
      else return;
      event.preventDefault();
    },
  };
  return (
    <div className={classes.chart} dir="ltr">
      <AxisLabels yTicks={yTicks} xTicks={xTicks} />
      <div className={classes.plot} style={{ blockSize }} {...pointing} aria-label={sentence} aria-describedby={hint}>
        <Gridlines ticks={yTicks} />
        <div className={classes.drawing} {...IMAGE} aria-label={sentence}>
          {children(active)}
        </div>
        {marks}
        {active !== null && <Tooltip point={active} />}
      </div>
      <span id={hint} className={classes.hidden}>
        {messages.chart.walk}
      </span>
      <output className={classes.hidden}>{active?.sentence ?? ''}</output>
    </div>
  );
}

function Tooltip({ point }: { point: PlotPoint }) {
  return (
    <div className={`${classes.tooltip} ${point.x > 0.5 ? classes.before : ''}`} style={{ left: `${100 * point.x}%` }} aria-hidden="true">
      {point.tooltip}
    </div>
  );
}

function shareOfWidth({ currentTarget, clientX }: { currentTarget: HTMLElement; clientX: number }): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return width === 0 ? 0 : (clientX - left) / width;
}

function toNext(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, index + 1);
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
