import { Figure } from '../figure/Figure.tsx';
import { formats } from '../formats.ts';
import { messages } from '../messages.ts';
import classes from './progress-line.module.css';

type ProgressLineProps = {
  /** What is going on, for screen readers. */
  label: string;
  done: number;
  /** Null while it is not known: the bar then says only that something goes on. */
  total: number | null;
  /** Time left as far as it can be told. */
  leftMs?: number | null;
};

/** How far long work is, in figures and as a bar. */
export function ProgressLine({ label, done, total, leftMs = null }: ProgressLineProps) {
  const percent = total === null || total === 0 ? null : Math.min(100, (100 * done) / total);
  return (
    <div className={classes.progress}>
      <div className={classes.words}>
        <Figure>{total === null ? formats.count(done) : messages.progress.of(formats.count(done), formats.count(total))}</Figure>
        {leftMs !== null && <span>{messages.progress.left(formats.duration(leftMs))}</span>}
      </div>
      <progress className={classes.bar} aria-label={label} {...(percent !== null && { value: percent })} max={100} />
    </div>
  );
}
