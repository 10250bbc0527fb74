import { unwrap } from '@likeness/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { messages } from './messages.ts';
import classes from './settings.module.css';
import { suggestSynonyms } from './suggest-synonyms.ts';

type SynonymSuggestionsProps = { attribute: string; known: Readonly<Record<string, string>>; onGroup: (value: string, spellings: readonly string[]) => void };

/** Spellings in the data that are probably one value, to group with a click. Nothing when there are none. */
export function SynonymSuggestions({ attribute, known, onGroup }: SynonymSuggestionsProps) {
  const words = messages.dictionary;
  const { data } = useQuery({
    queryKey: keyOf('figures', 'spellings', attribute),
    queryFn: async ({ signal }) => unwrap(await likeness.POST('/api/attributes/distribution', { body: { attribute }, signal })),
  });
  const suggestions = suggestSynonyms(data?.values ?? [], known);
  if (suggestions.length === 0) return null;
  return (
    <div className={classes.panel}>
      <b>{words.suggestions}</b>
      {suggestions.map(({ value, spellings }) => (
        <div key={value} className={classes.row}>
          <span dir="auto">{words.sameAs(spellings.join(', '), value)}</span>
          <Button variant="default" size="xs" aria-label={words.groupOf(value)} onClick={() => onGroup(value, spellings)}>
            {words.group}
          </Button>
        </div>
      ))}
    </div>
  );
}
