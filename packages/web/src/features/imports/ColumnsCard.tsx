import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Card } from '../../ui/card/Card.tsx';
import { SegmentedControl } from '../../ui/control/SegmentedControl.tsx';
import type { ColumnKind } from './change-mapping.ts';
import { changeField } from './change-mapping.ts';
import { ColumnPanel } from './ColumnPanel.tsx';
import { ColumnRow } from './ColumnRow.tsx';
import classes from './columns-card.module.css';
import { messages } from './messages.ts';
import type { Mapping } from './recognition.ts';
import type { ColumnsView } from './to-columns-view.ts';

const route = getRouteApi('/imports/new');
/** Long surveys have thousands of columns; so many are drawn at a time. */
const FIRST = 25;
const STEP = 200;

type ColumnsCardProps = { view: ColumnsView; mapping: Mapping; onKind: (index: number, kind: ColumnKind) => void; onChange: (mapping: Mapping) => void };

/** Each column of the file, with what it becomes. */
export function ColumnsCard({ view, mapping, onKind, onChange }: ColumnsCardProps) {
  const { show = 'all', ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [most, setMost] = useState(FIRST);
  const [opened, setOpened] = useState<number | null>(null);
  const words = messages.columns;
  const columns = show === 'check' ? view.columns.filter(({ isToCheck }) => isToCheck) : view.columns;
  const choices = [{ value: 'all' as const, name: words.all(view.columns.length) }, { value: 'check' as const, name: words.check(view.toCheck) }];
  const filter = (
    <SegmentedControl
      label={words.show} choices={choices} value={show}
      onChange={(next) => void navigate({ search: next === 'check' ? { ...search, show: next } : search, replace: true })}
    />
  );
  return (
    <Card title={words.title} caption={words.caption(view.columns.length, view.used, view.empty)} actions={filter} isFlush>
      {columns.length === 0 ? (
        <p className={classes.foot}>{words.nothingToCheck}</p>
      ) : (
        <table className={classes.table}>
          <caption className={classes.caption}>{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.inFile}</th>
              <th scope="col">{words.attribute}</th>
              <th scope="col">{words.type}</th>
              <th scope="col" className={classes.end}>{words.answered}</th>
              <th scope="col">{words.saw}</th>
            </tr>
          </thead>
          <tbody>
            {columns.slice(0, most).map((column) => (
              <ColumnRow
                key={column.index} column={column} onKind={(kind) => onKind(column.index, kind)} onOpen={() => setOpened(column.index)}
                onKey={(key) => onChange(changeField(mapping, column.index, { key }))}
              />
            ))}
          </tbody>
        </table>
      )}
      {columns.length > 0 && (
        <div className={classes.foot}>
          <span>{words.shown(Math.min(most, columns.length), columns.length)}</span>
          {columns.length > most && (
            <Button variant="subtle" size="xs" onClick={() => setMost(most + STEP)}>
              {words.showOther(Math.min(STEP, columns.length - most))}
            </Button>
          )}
        </div>
      )}
      <ColumnPanel column={view.columns.find(({ index }) => index === opened) ?? null} mapping={mapping} onChange={onChange} onClose={() => setOpened(null)} />
    </Card>
  );
}
