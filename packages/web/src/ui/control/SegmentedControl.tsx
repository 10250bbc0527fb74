import { useId } from 'react';
import classes from './segments.module.css';

type SegmentedControlProps<T extends string> = {
  /** What is chosen, for screen readers. */
  label: string;
  /** `title` is the full name where `name` is short. */
  choices: readonly { value: T; name: string; title?: string }[];
  value: T;
  onChange: (value: T) => void;
};

/** One of a few values, all in sight; a group of radio buttons. */
export function SegmentedControl<T extends string>({ label, choices, value, onChange }: SegmentedControlProps<T>) {
  const group = useId();
  return (
    <div role="radiogroup" aria-label={label} className={`${classes.box} ${classes.group}`}>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.segment} title={choice.title}>
          <input
            type="radio" name={group} value={choice.value} checked={choice.value === value}
            aria-label={choice.title ?? choice.name} onChange={() => onChange(choice.value)}
          />
          <span aria-hidden="true">{choice.name}</span>
        </label>
      ))}
    </div>
  );
}
