import type { Fill } from './band-fill.ts';
import fills from './fills.module.css';
import classes from './swatch.module.css';

/** The colour of a part, beside its name. */
export function Swatch({ fill }: { fill: Fill }) {
  return <span className={`${classes.swatch} ${fills[fill]}`} aria-hidden="true" />;
}

/** The names of a chart's parts with their colours; above the chart at the end. */
export function Legend({ parts }: { parts: readonly { fill: Fill; name: string }[] }) {
  return (
    <ul className={classes.legend}>
      {parts.map(({ fill, name }) => (
        <li key={name}>
          <Swatch fill={fill} />
          {name}
        </li>
      ))}
    </ul>
  );
}
