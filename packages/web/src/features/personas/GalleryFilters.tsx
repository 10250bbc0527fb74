import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { Tabs } from '../../ui/control/Tabs.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { toVerdictLook } from '../../ui/verdict/to-verdict-look.ts';
import { countStatuses, tagsOf } from './filter-personas.ts';
import classes from './gallery-filters.module.css';
import type { Persona } from './load-gallery.ts';
import { messages } from './messages.ts';
import { type GallerySearch, SORTS, STATUSES, VERDICTS } from './search.ts';

const TYPED_AFTER_MS = 200;

/** What narrows and orders the gallery; all of it is part of the address. */
export function GalleryFilters({ personas, search, onChange }: { personas: readonly Persona[]; search: GallerySearch; onChange: (change: { [K in keyof GallerySearch]?: GallerySearch[K] | undefined }) => void }) {
  const words = messages.filters;
  const counts = countStatuses(personas);
  const tabs = [
    { value: 'all' as const, name: words.all(formats.count(personas.length)) },
    ...STATUSES.map((value) => ({ value, name: words.counted(messages.personas.status[value], formats.count(counts[value])) })),
  ];
  const verdicts = VERDICTS.map((value) => ({ value, label: toVerdictLook(value).word }));
  const sorts = [{ value: 'status', label: words.sorts.status }, ...SORTS.map((value) => ({ value, label: words.sorts[value] }))];
  return (
    <search className={classes.filters} aria-label={words.label}>
      <Tabs label={words.status} kind="line" tabs={tabs} value={search.status ?? 'all'} onChange={(value) => onChange({ status: value === 'all' ? undefined : value })} />
      <div className={classes.fields}>
        <SearchField value={search.q ?? ''} onChange={(q) => onChange({ q: q === '' ? undefined : q })} />
        <NativeSelect
          aria-label={words.tag} data={[{ value: '', label: words.anyTag }, ...tagsOf(personas).map((tag) => ({ value: tag, label: tag }))]} value={search.tag ?? ''} size="xs" w={120}
          onChange={({ currentTarget: { value: tag } }) => onChange({ tag: tag === '' ? undefined : tag })}
        />
        <NativeSelect
          aria-label={words.verdict} data={[{ value: '', label: words.anyVerdict }, ...verdicts]} value={search.verdict ?? ''} size="xs" w={150}
          onChange={({ currentTarget: { value: verdict } }) => onChange({ verdict: VERDICTS.find((one) => one === verdict) })}
        />
        <NativeSelect
          aria-label={words.sort} data={sorts} value={search.sort ?? 'status'} size="xs" w={170} leftSection={<Icon name="sort" size={14} />}
          onChange={({ currentTarget: { value: sort } }) => onChange({ sort: SORTS.find((one) => one === sort) })}
        />
      </div>
    </search>
  );
}

/** Typing changes the address only after a moment, so that the way back does not hold every letter. */
function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address may change without a letter typed: the way back, or filters that are cleared.
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  const changeSoon = useDebouncedCallback((text: string) => onChange(text.trim()), TYPED_AFTER_MS);
  const type = (text: string) => {
    setTyped(text);
    changeSoon(text);
  };
  return (
    <TextInput
      type="search" aria-label={messages.filters.search} placeholder={messages.filters.search} value={typed} size="xs" w={180}
      leftSection={<Icon name="search" size={14} />} onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
