import type { ReactNode } from 'react';
import classes from './heat-matrix.module.css';

type Head = { key: string | number; name: string; short: string; color: string };
/** `sharePercent` decides the colour: null is the diagonal. `isFew`: a dashed outline, too few people to lean on. */
type Cell = { key: string; sharePercent: number | null; isFew: boolean; content: ReactNode };

type HeatMatrixProps = {
  /** What row and column mean, for screen readers. */
  caption: string;
  /** What the heads are, for screen readers. */
  corner: string;
  heads: readonly Head[];
  /** One row a head, in their order, each with one cell a head. */
  rows: readonly (readonly Cell[])[];
};

const STEPS = 6;

/** Shares between the members of one list as a square of colours, with the number in each cell. Read from row to column; it is a table. */
export function HeatMatrix({ caption, corner, heads, rows }: HeatMatrixProps) {
  return (
    <div className={classes.scroll}>
      <table className={classes.matrix} style={{ '--columns': heads.length }}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            <td>
              <span className={classes.caption}>{corner}</span>
            </td>
            {heads.map((head) => (
              <th key={head.key} scope="col" title={head.name} style={{ '--persona': head.color }}>
                <abbr title={head.name}>{head.short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heads.map((head, index) => (
            <tr key={head.key}>
              <th scope="row">
                <span className={classes.dot} style={{ background: head.color }} />
                <span className={classes.name}>{head.name}</span>
                <abbr className={classes.short} title={head.name} aria-hidden="true">
                  {head.short}
                </abbr>
              </th>
              {(rows[index] ?? []).map((cell) => (
                <td key={cell.key} className={`${classes.cell} ${cell.isFew ? classes.few : ''}`} data-step={toStep(cell.sharePercent)}>
                  {cell.content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The six colours from 0 to 100, for the legend. */
export function HeatScale() {
  return (
    <span className={classes.scale} aria-hidden="true">
      0
      <span className={classes.ramp}>
        {Array.from({ length: STEPS }, (_, step) => (
          <i key={step} data-step={step} />
        ))}
      </span>
      100
    </span>
  );
}

/** The outline of too few, for the legend. */
export function FewSwatch() {
  return <span className={classes.fewSwatch} aria-hidden="true" />;
}

function toStep(sharePercent: number | null): number | undefined {
  return sharePercent === null ? undefined : Math.min(STEPS - 1, Math.floor((sharePercent / 100) * STEPS));
}
