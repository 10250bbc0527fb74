import { NativeSelect } from '@mantine/core';
import { compact } from '../../ui/search-params.ts';
import { messages } from './messages.ts';
import classes from './runs.module.css';
import { KINDS, type RunsSearch, STATUSES } from './search.ts';

type RunFiltersProps = { search: RunsSearch; names: ReadonlyMap<number, string>; onChange: (search: RunsSearch) => void };

/** Narrows the runs by what they do, how they stand and whom they are about. */
export function RunFilters({ search, names, onChange }: RunFiltersProps) {
  const words = messages.filters;
  const { kind, status, persona } = search;
  return (
    <div className={classes.filters}>
      <NativeSelect
        size="xs" aria-label={words.kind} value={kind ?? ''} data={[{ value: '', label: words.anyKind }, ...KINDS.map((value) => ({ value, label: messages.kind[value] }))]}
        onChange={({ currentTarget }) => onChange(compact({ status, persona, kind: KINDS.find((one) => one === currentTarget.value) }))}
      />
      <NativeSelect
        size="xs" aria-label={words.status} value={status ?? ''} data={[{ value: '', label: words.anyStatus }, ...STATUSES.map((value) => ({ value, label: messages.status[value] }))]}
        onChange={({ currentTarget }) => onChange(compact({ kind, persona, status: STATUSES.find((one) => one === currentTarget.value) }))}
      />
      <NativeSelect
        size="xs" aria-label={words.persona} value={persona === undefined ? '' : String(persona)}
        data={[{ value: '', label: words.anyPersona }, ...[...names].map(([id, name]) => ({ value: String(id), label: name }))]}
        onChange={({ currentTarget }) => onChange(compact({ kind, status, persona: currentTarget.value === '' ? undefined : Number(currentTarget.value) }))}
      />
    </div>
  );
}
