import { Icon } from '../../ui/Icon.tsx';
import { messages } from './messages.ts';
import classes from './import-steps.module.css';

const STEPS = ['file', 'columns', 'check', 'import'] as const;
export type Step = (typeof STEPS)[number];

/** Where one is on the way from a file to figures. It says so; the buttons of each step move. */
export function ImportSteps({ current }: { current: Step }) {
  const at = STEPS.indexOf(current);
  return (
    <ol className={classes.steps} aria-label={messages.steps.label}>
      {STEPS.map((step, index) => (
        <li key={step} className={classes.step} {...(index === at && { 'aria-current': 'step' })}>
          <span className={`${classes.number} ${index === at ? classes.now : ''}`} aria-hidden="true">
            {index < at ? <Icon name="check" size={12} /> : index + 1}
          </span>
          <span className={index === at ? classes.nowName : ''}>{messages.steps[step]}</span>
        </li>
      ))}
    </ol>
  );
}
