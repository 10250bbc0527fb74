import type { ReactNode } from 'react';
import classes from './set-rows.module.css';

type Member = { key: string | number; name: string; short: string; color: string };
/** `kind`: nobody is hatched, one is black, several are grey. `lengthRatio` against the longest bar. */
type SetRow = { key: string; members: readonly (string | number)[]; kind: 'nobody' | 'one' | 'several'; lengthRatio: number; content: ReactNode };

/** Combinations of the members of one list, a row each: a dot for who is in it, and a bar with its count. */
export function SetRows({ members, rows }: { members: readonly Member[]; rows: readonly SetRow[] }) {
  return (
    <div className={classes.sets} style={{ '--columns': members.length }}>
      <div className={classes.head} aria-hidden="true">
        <span className={classes.dots}>
          {members.map((member) => (
            <b key={member.key} title={member.name} style={{ '--persona': member.color }}>
              {member.short}
            </b>
          ))}
        </span>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <Dots members={members} row={row} />
            <span className={classes.bar}>
              <i className={classes[row.kind]} style={{ inlineSize: `max(2px, ${72 * row.lengthRatio}%)` }} />
              {row.content}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Dots({ members, row }: { members: readonly Member[]; row: SetRow }) {
  const isIn = members.map(({ key }) => row.members.includes(key));
  const [first, last] = [isIn.indexOf(true), isIn.lastIndexOf(true)];
  const toCentre = (index: number): number => (100 * (index + 0.5)) / members.length;
  return (
    <span className={classes.dots} aria-hidden="true">
      {last > first && <span className={classes.line} style={{ insetInlineStart: `${toCentre(first)}%`, inlineSize: `${toCentre(last) - toCentre(first)}%` }} />}
      {members.map(({ key }, index) => (
        <span key={key} className={isIn[index] === true ? classes.on : classes.off} />
      ))}
    </span>
  );
}
