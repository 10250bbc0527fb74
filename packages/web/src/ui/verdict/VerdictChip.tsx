import { Chip } from '../Chip.tsx';
import { Icon } from '../Icon.tsx';
import { toVerdictLook } from './to-verdict-look.ts';

/** A verdict's word with its icon. */
export function VerdictChip({ word }: { word: string }) {
  const { word: text, tone, icon } = toVerdictLook(word);
  return (
    <Chip tone={tone}>
      {icon !== null && <Icon name={icon} size={14} />}
      {text}
    </Chip>
  );
}
