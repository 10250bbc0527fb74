import { NativeSelect, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Chip } from '../../ui/Chip.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { COLUMN_KINDS, type ColumnKind } from './change-mapping.ts';
import classes from './columns-card.module.css';
import { messages } from './messages.ts';
import type { ColumnView } from './to-columns-view.ts';

type ColumnRowProps = { column: ColumnView; onKind: (kind: ColumnKind) => void; onKey: (key: string) => void; onOpen: () => void };

/** One column: what stands in the file, what it becomes, and why. */
export function ColumnRow({ column, onKind, onKey, onOpen }: ColumnRowProps) {
  const words = messages.columns;
  const header = nameOf(column);
  return (
    <tr className={column.isToCheck ? classes.toCheck : ''}>
      <th scope="row" data-label={words.inFile}>
        <span className={classes.header} dir="auto">{header}</span>
        <span className={classes.samples} dir="auto">{column.samples.join(' · ')}</span>
      </th>
      <td data-label={words.attribute}>{column.field === null ? '–' : <KeyInput key={column.field.key} value={column.field.key} label={words.attributeOf(header)} onChange={onKey} />}</td>
      <td data-label={words.type}>
        <NativeSelect
          aria-label={words.typeOf(header)} value={column.kind} onChange={({ currentTarget }) => onKind(COLUMN_KINDS.find((kind) => kind === currentTarget.value) ?? 'text')}
          data={COLUMN_KINDS.map((value) => ({ value, label: messages.kind[value] }))}
        />
      </td>
      <td className={classes.end} data-label={words.answered}>
        <Figure>{formats.percent(column.answeredPercent)}</Figure>
      </td>
      <td data-label={words.saw}>
        <Saw column={column} />
        {column.field !== null && (
          <UnstyledButton className={classes.more} aria-label={words.moreOf(header)} onClick={onOpen}>
            {words.more}
          </UnstyledButton>
        )}
      </td>
    </tr>
  );
}

/** The header of a column, or which one it is. */
export function nameOf({ header, index }: ColumnView): string {
  return header === '' ? messages.columns.noHeader(index + 1) : header;
}

function Saw({ column }: { column: ColumnView }) {
  const words = messages.columns;
  const { confidence, personalData, metric, distinct } = column;
  const reason = column.reason === '' ? words.values(distinct.count, distinct.isCapped) : messages.note(column.note, column.reason);
  if (column.isEmpty) {
    return (
      <>
        <Chip tone="dashed">{words.leftOut}</Chip>
        <span className={classes.reason}>{words.empty}</span>
      </>
    );
  }
  return (
    <>
      <span className={classes.chips}>
        <Chip tone={confidence === 'sure' ? 'outline' : confidence === 'check' ? 'warn' : 'plain'}>
          {confidence === 'sure' && <Icon name="check" size={12} />}
          {messages.confidence[confidence]}
        </Chip>
        {personalData !== null && <Chip tone="warn">{words.personal}</Chip>}
        {column.field?.role === 'demographic' && <Chip>{messages.panel.roles.demographic}</Chip>}
      </span>
      <span className={classes.reason} dir="auto">
        {metric !== null && column.field !== null ? `${words.usedAs(messages.metric[metric.kind])} · ` : ''}
        {reason}
      </span>
      {column.problems.map((problem) => (
        <span key={problem} className={classes.problem} role="alert" dir="auto">
          {problem}
        </span>
      ))}
    </>
  );
}

/** Takes a name over when it is left or Enter is pressed: half a name is not tried. */
function KeyInput({ value, label, onChange }: { value: string; label: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const take = (): void => {
    const key = typed.trim();
    if (key === '') setTyped(value);
    else if (key !== value) onChange(key);
  };
  return (
    <TextInput
      aria-label={label} value={typed} maxLength={200} spellCheck={false} classNames={{ input: classes.key ?? '' }}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)} onBlur={take} onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  );
}
