import { Icon } from '../../../ui/Icon.tsx';
import { messages } from '../messages.ts';
import classes from './rules.module.css';

const LEAST = 0.001;
const MOST = 1000;

type WeightStepperProps = { weight: number; name: string; isDisabled: boolean; onChange: (weight: number) => void };

/** How much a rule counts: by steps of one, or any weight from 0.001 to 1000 with three decimals typed in. */
export function WeightStepper({ weight, name, isDisabled, onChange }: WeightStepperProps) {
  const set = (value: number): void => {
    if (Number.isFinite(value)) onChange(Math.min(MOST, Math.max(LEAST, Math.round(value * 1000) / 1000)));
  };
  return (
    <span className={classes.weight} title={messages.rules.weightTitle}>
      <button type="button" aria-label={messages.rules.lighter(name)} disabled={isDisabled || weight <= 1} onClick={() => set(weight - 1)}>
        <Icon name="minus" size={11} />
      </button>
      <input
        type="number" min={LEAST} max={MOST} step="any" aria-label={messages.rules.weight(name)} value={weight} disabled={isDisabled}
        onChange={(event) => set(event.currentTarget.valueAsNumber)}
      />
      <button type="button" aria-label={messages.rules.heavier(name)} disabled={isDisabled} onClick={() => set(weight + 1)}>
        <Icon name="plus" size={11} />
      </button>
    </span>
  );
}
