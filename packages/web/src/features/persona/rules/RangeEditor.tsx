import { TextInput } from '@mantine/core';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { formats } from '../../../ui/formats.ts';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import classes from './range.module.css';
import type { Bounds } from '../../../ui/rule-text/test-values.ts';
import { type RangeScale, toBars, toScale } from './to-histogram.ts';
import type { Distribution } from './use-distribution.ts';

type RangeEditorProps = {
  attribute: string;
  distribution: Distribution;
  bounds: Bounds;
  /** The range of the published rules; null: there is none. */
  stored: Bounds | null;
  onChange: (bounds: Bounds) => void;
};

/**
 * A range on the histogram of the answers: two handles (arrows, Page keys, Home and End), and a field for each bound. A
 * handle at the end of the line, or an empty field, is no bound.
 */
export function RangeEditor(props: RangeEditorProps) {
  const { distribution, bounds, stored, onChange } = props;
  const scale = toScale(distribution);
  return (
    <div className={classes.range}>
      {scale !== null && <Plot {...props} scale={scale} />}
      <div className={classes.fields}>
        <BoundField name={messages.rules.from} isDate={distribution.type === 'date'} bound={bounds[0]} onChange={(low) => onChange([low, bounds[1]])} />
        <span aria-hidden="true">{messages.rules.to}</span>
        <BoundField name={messages.rules.upTo} isDate={distribution.type === 'date'} bound={bounds[1]} onChange={(high) => onChange([bounds[0], high])} />
        <span className={classes.note}>{messages.rules.bothIncluded}</span>
      </div>
      {stored !== null && (stored[0] !== bounds[0] || stored[1] !== bounds[1]) && (
        <p className={classes.note}>{messages.rules.was(toText(stored[0]), toText(stored[1]))}</p>
      )}
      {distribution.below + distribution.above > 0 && <p className={classes.note}>{messages.rules.setAside(distribution.below + distribution.above)}</p>}
    </div>
  );
}

function Plot({ attribute, distribution, bounds, stored, onChange, scale }: RangeEditorProps & { scale: RangeScale }) {
  const bars = toBars(distribution.bins ?? [], bounds, stored);
  const [low, high] = [scale.toPosition(bounds[0], 'low'), scale.toPosition(bounds[1], 'high')];
  const percentOf = (position: number): number => (100 * (position - scale.min)) / (scale.max - scale.min);
  return (
    // Histograms read from left to right in every language. Their handles say where they stand.
    <fieldset dir="ltr" className={classes.plot}>
      <legend className={classes.hidden}>{messages.rules.histogram(attribute, distribution.answered)}</legend>
      <div className={classes.bars} aria-hidden="true">
        {bars.map(({ height, state }, index) => (
          <span key={String(distribution.bins?.[index]?.from)} className={classes[state]} style={{ blockSize: `${height * 100}%` }} />
        ))}
      </div>
      <div className={classes.slider}>
        <span className={classes.chosen} style={{ insetInlineStart: `${percentOf(low)}%`, insetInlineEnd: `${100 - percentOf(high)}%` }} />
        <Handle name={messages.rules.lowest(attribute)} scale={scale} position={low} onMove={(position) => onChange([scale.toBound(Math.min(position, high), 'low'), bounds[1]])} />
        <Handle name={messages.rules.highest(attribute)} scale={scale} position={high} onMove={(position) => onChange([bounds[0], scale.toBound(Math.max(position, low), 'high')])} />
      </div>
      <div className={classes.ends}>
        <Figure>{toText(distribution.smallest)}</Figure>
        <Figure>{toText(distribution.largest)}</Figure>
      </div>
    </fieldset>
  );
}

function Handle({ name, scale, position, onMove }: { name: string; scale: RangeScale; position: number; onMove: (position: number) => void }) {
  const { isReadOnly } = useEditing();
  return (
    <input
      type="range" min={scale.min} max={scale.max} step={scale.step} value={position} aria-label={name} disabled={isReadOnly}
      aria-valuetext={scale.isDate ? formats.day(new Date(position * 86_400_000).toISOString().slice(0, 10)) : String(position)}
      onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
    />
  );
}

function BoundField({ name, isDate, bound, onChange }: { name: string; isDate: boolean; bound: number | string | null; onChange: (bound: number | string | null) => void }) {
  const { isReadOnly } = useEditing();
  return (
    <TextInput
      type={isDate ? 'date' : 'number'} step="any" aria-label={name} placeholder={messages.rules.noBound} disabled={isReadOnly} className={classes.field}
      value={typeof bound === 'string' ? bound.slice(0, 10) : (bound ?? '')}
      onChange={({ currentTarget: { value, valueAsNumber } }) => onChange(value === '' ? null : isDate ? value : valueAsNumber)}
    />
  );
}

function toText(value: number | string | null): string {
  if (value === null) return messages.rules.noBound;
  return typeof value === 'number' ? formats.number(value, Number.isInteger(value) ? 0 : 2).replaceAll(/[,\u00a0\u202f]/g, '') : formats.day(value.slice(0, 10));
}
