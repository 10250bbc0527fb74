import { messages } from '../messages.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { SegmentedControl } from './SegmentedControl.tsx';
import { TIME_RANGES, type TimeRange } from './time-range.ts';

type RangeControlProps = { value: TimeRange; onChange: (range: TimeRange) => void };

/** The time range of a page's figures, also by the keys 1 to 4. The page keeps it in its address as `range`. */
export function RangeControl({ value, onChange }: RangeControlProps) {
  const words = messages.range;
  useShortcut('1', words.names['7'], () => onChange('7'));
  useShortcut('2', words.names['30'], () => onChange('30'));
  useShortcut('3', words.names['90'], () => onChange('90'));
  useShortcut('4', words.names.all, () => onChange('all'));
  const choices = TIME_RANGES.map((range) => ({ value: range, name: words.days[range], title: words.names[range] }));
  return <SegmentedControl label={words.label} choices={choices} value={value} onChange={onChange} />;
}
