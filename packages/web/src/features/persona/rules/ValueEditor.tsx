import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import type { Scalar, Test } from '@likeness/core';
import { foldText } from '@likeness/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { formats } from '../../../ui/formats.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import classes from './rules.module.css';
import { valuesOf } from '../../../ui/rule-text/test-values.ts';
import { toTest, withValues } from './test-kinds.ts';
import { type Distribution, useDistribution } from './use-distribution.ts';

type ValueEditorProps = { attribute: string; distribution: Distribution; test: Test; onChange: (test: Test) => void };
type Row = { value: Scalar; count: number | null };

const SEARCH_FROM = 9;

/** Values to choose by how many gave them, those chosen first when nobody gave them; with a search where there are many. */
export function ValueEditor({ attribute, distribution, test, onChange }: ValueEditorProps) {
  const { isReadOnly } = useEditing();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, 150);
  const found = useDistribution(attribute, settled).data ?? distribution;
  const chosen = valuesOf(test);
  const rows = toRows(found, search === '' ? chosen : []);
  const isChosen = (value: Scalar): boolean => chosen.some((each) => isSame(each, value));
  const toggle = (value: Scalar): void => onChange(withValues(test, isChosen(value) ? chosen.filter((each) => !isSame(each, value)) : [...chosen, value]));
  const largest = Math.max(1, ...rows.map(({ count }) => count ?? 0));
  return (
    <div className={classes.values}>
      {'atLeastOf' in test && (
        <NumberInput
          label={messages.rules.howMany} min={1} max={Math.max(1, chosen.length)} value={test.atLeastOf.count} disabled={isReadOnly} w={120}
          onChange={(count) => onChange({ atLeastOf: { values: chosen, count: Math.max(1, Number(count) || 1) } })}
        />
      )}
      {distribution.distinct >= SEARCH_FROM && (
        <TextInput
          aria-label={messages.rules.searchValues(attribute)} placeholder={messages.rules.values(distribution.distinct)} leftSection={<Icon name="search" />} value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul className={classes.valueList} aria-label={messages.rules.valuesOf(attribute)}>
        {rows.map(({ value, count }) => (
          <li key={`${typeof value}:${String(value)}`} className={classes.value}>
            <Checkbox label={String(value)} checked={isChosen(value)} onChange={() => toggle(value)} disabled={isReadOnly} size="xs" />
            <span className={classes.valueBar} aria-hidden="true">
              <span style={{ inlineSize: `${(100 * (count ?? 0)) / largest}%` }} />
            </span>
            <span className={classes.valueCount}>{count === null ? messages.rules.nobody : formats.count(count)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.counts}>
        {messages.rules.valuesShown(Math.max(0, found.distinct - (found.values?.length ?? 0)), chosen.length)}
        {search !== '' && rows.length === 0 && (
          <button type="button" className={classes.link} onClick={() => onChange(withValues(test, [...chosen, search.trim()]))}>
            {messages.rules.addValue(search)}
          </button>
        )}
      </p>
    </div>
  );
}

/** The values found; chosen ones that nobody gave stand before them. Numbers are given by their bins' bounds only, so they are as chosen. */
function toRows({ values }: Distribution, chosen: readonly Scalar[]): Row[] {
  const given = (values ?? []).map(({ value, respondents }): Row => ({ value, count: respondents }));
  const others = chosen.filter((value) => !given.some((row) => isSame(row.value, value))).map((value): Row => ({ value, count: null }));
  return [...others, ...given];
}

function isSame(a: Scalar, b: Scalar): boolean {
  return foldText(String(a)) === foldText(String(b));
}

/** A new test on an attribute of this kind of answers, which still wants its values. */
export function newTest({ type }: Pick<Distribution, 'type'>): Test {
  return toTest(({ number: 'range', date: 'range', boolean: 'in', choice: 'in', multi: 'anyOf', text: 'contains' } as const)[type]);
}
