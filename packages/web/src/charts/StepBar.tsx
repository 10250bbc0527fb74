import classes from './step-bar.module.css';

/** `percent` 0..100 of the whole bar; the colour `gap` is drawn as hatching. */
type Part = { key: string | number; percent: number; color: string };

/** A whole made of parts beside each other. Their names and figures stand below it. */
export function PartBar({ sentence, parts }: { sentence: string; parts: readonly Part[] }) {
  return (
    <div className={classes.whole} {...IMAGE} aria-label={sentence}>
      {parts.map(({ key, percent, color }) => (
        <span key={key} className={color === 'gap' ? classes.gap : ''} style={{ flexGrow: percent, ...(color !== 'gap' && { background: color }) }} />
      ))}
    </div>
  );
}

/** One step of a whole: what was there before it in grey, then its own part. The figures stand beside it. */
export function StepBar({ beforePercent, percent, color }: { beforePercent: number; percent: number; color: string }) {
  return (
    <span className={classes.track} aria-hidden="true">
      <span className={classes.before} style={{ inlineSize: `${beforePercent}%` }} />
      <span
        className={color === 'gap' ? classes.gap : ''}
        style={{ insetInlineStart: `${beforePercent}%`, inlineSize: `${percent}%`, ...(color !== 'gap' && { background: color }) }}
      />
    </span>
  );
}

// What is drawn is no file.
const IMAGE = { role: 'img' } as const;
