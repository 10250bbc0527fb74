import { Figure } from '../ui/figure/Figure.tsx';
import type { Fill } from './band-fill.ts';
import { Swatch } from './Swatch.tsx';
import classes from './tooltip-lines.module.css';

type TooltipLinesProps = {
  /** The day, in bold. */
  title: string;
  /** At the end of its line: n. */
  total?: string;
  lines?: readonly { name: string; value: string; fill?: Fill }[];
  /** Below: share and interval, or why there is none. */
  foot?: string;
};

/** What a chart's tooltip says: the day with n, its parts, and the share with its interval. */
export function TooltipLines({ title, total, lines = [], foot }: TooltipLinesProps) {
  return (
    <div className={classes.tooltip}>
      <b>{title}</b>
      <span className={classes.value}>{total !== undefined && <Figure>{total}</Figure>}</span>
      {lines.map(({ name, value, fill }) => (
        <div key={name} className={classes.line}>
          <span className={classes.name}>
            {fill !== undefined && <Swatch fill={fill} />}
            {name}
          </span>
          <span className={classes.value}>
            <Figure>{value}</Figure>
          </span>
        </div>
      ))}
      {foot !== undefined && (
        <span className={classes.foot}>
          <Figure>{foot}</Figure>
        </span>
      )}
    </div>
  );
}
