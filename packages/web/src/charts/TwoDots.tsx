import classes from './two-dots.module.css';

type TwoDotsProps = {
  /** Percent of the group, with its interval, and of everyone else. */
  people: { estimate: number; low: number; high: number };
  others: number;
  /** Where the scale ends. */
  topPercent: number;
};

/** Two shares on one line from 0: a filled dot with its interval for the group, an open one for everyone else. The figures stand beside it. */
export function TwoDots({ people, others, topPercent }: TwoDotsProps) {
  const at = (percent: number): string => `${(100 * percent) / topPercent}%`;
  const [from, to] = [Math.min(people.estimate, others), Math.max(people.estimate, others)];
  return (
    <span className={classes.line} aria-hidden="true">
      <i className={classes.between} style={{ insetInlineStart: at(from), inlineSize: at(to - from) }} />
      <i className={classes.interval} style={{ insetInlineStart: at(people.low), inlineSize: at(people.high - people.low) }} />
      <i className={classes.others} style={{ insetInlineStart: at(others) }} />
      <i className={classes.people} style={{ insetInlineStart: at(people.estimate) }} />
    </span>
  );
}

/** The two dots, for the legend. */
export function TwoDotsKey({ kind }: { kind: 'people' | 'others' }) {
  return <i className={`${classes.key} ${classes[kind]}`} aria-hidden="true" />;
}
