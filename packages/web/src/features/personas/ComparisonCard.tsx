import { Button } from '@mantine/core';
import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChooseSome } from '../../ui/control/Choose.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import classes from './comparison.module.css';
import type { Gallery, Persona } from './load-gallery.ts';
import { messages } from './messages.ts';
import { exportAsJson } from './use-persona-actions.ts';
import { MOST_COMPARED } from './search.ts';
import { type ComparedValue, type ComparisonRow, toComparison } from './to-comparison.ts';
import { useComparedDays } from './use-comparison.ts';

type ComparisonCardProps = { gallery: Gallery; ids: readonly string[]; onChange: (ids: readonly string[]) => void };

/** Two to four personas side by side. What differs more than chance from the first is marked, with the interval. */
export function ComparisonCard({ gallery, ids, onChange }: ComparisonCardProps) {
  const words = messages.compare;
  const personas = ids.flatMap((id) => gallery.personas.find((persona) => String(persona.id) === id) ?? []);
  const days = useComparedDays(personas.map(({ id }) => id));
  const choices = gallery.personas.map(({ id, name }) => ({ value: String(id), label: name }));
  const close = (
    <>
      <Button variant="subtle" size="xs" leftSection={<Icon name="download" />} onClick={() => exportAsJson(words.title, personas.map(({ id }) => id))}>
        {messages.actions.exportThese}
      </Button>
      <Button variant="subtle" size="xs" leftSection={<Icon name="close" />} onClick={() => onChange([])}>
        {words.back}
      </Button>
    </>
  );
  const [first] = personas;
  return (
    <Card title={words.title} caption={first !== undefined && personas.length > 1 ? words.against(first.name) : words.choose} actions={close} isFlush>
      <div className={classes.choose}>
        <ChooseSome label={words.personas} choices={choices} value={personas.map(({ id }) => String(id))} onChange={(chosen) => onChange(chosen.slice(0, MOST_COMPARED))} />
      </div>
      {personas.length > 1 && (
        <DataTable
          caption={words.title} columns={toColumns(personas)} rows={toComparison(personas, { portfolio: gallery.portfolio, days })} rowKey={({ key }) => key} csvName={words.title}
        />
      )}
      <p className={classes.note}>{words.onlyActive}</p>
    </Card>
  );
}

function toColumns(personas: readonly Persona[]): Column<ComparisonRow>[] {
  return [
    { key: 'name', header: messages.compare.what, isRowHeader: true, cell: ({ name }) => name, value: ({ name }) => name },
    ...personas.map(({ id, name }, index): Column<ComparisonRow> => ({
      key: String(id),
      header: name,
      cell: ({ values }) => <Value value={values[index]} />,
      value: ({ values }) => [values[index]?.text, values[index]?.detail].filter(Boolean).join(' '),
    })),
  ];
}

function Value({ value }: { value: ComparedValue | undefined }) {
  if (value === undefined) return null;
  const { text, detail, difference } = value;
  const words = messages.compare;
  return (
    <span className={classes.value}>
      <span className={classes.line}>
        <Figure>{text}</Figure>
        {difference !== null && (
          <Chip tone={difference.says === 'same' ? 'plain' : 'info'}>
            {difference.says !== 'same' && <Icon name={difference.says === 'more' || difference.says === 'higher' ? 'up' : 'down'} size={12} />}
            {words[difference.says]}
          </Chip>
        )}
      </span>
      {detail !== null && (
        <small>
          <Figure>{detail}</Figure>
        </small>
      )}
      {difference !== null && (
        <small>
          <Figure>{difference.text}</Figure>
        </small>
      )}
    </span>
  );
}
