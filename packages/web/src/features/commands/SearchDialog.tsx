import { Modal } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, useDeferredValue, useId, useState } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { useFocusReturn } from '../../ui/overlay/use-focus-return.ts';
import { messages } from './messages.ts';
import { nameOfGroup, type SearchResult } from './search-results.ts';
import classes from './search.module.css';
import { useSearchResults } from './use-search-results.ts';

type SearchDialogProps = { onClose: () => void; onHelp: () => void };

/** Finds personas, people, pages and actions by typing; arrows choose, Enter goes. */
export function SearchDialog({ onClose, onHelp }: SearchDialogProps) {
  useFocusReturn();
  const words = messages.search;
  const list = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const { results, hasFailed } = useSearchResults(useDeferredValue(query), onHelp);
  const current = results[Math.min(chosen, results.length - 1)];
  const run = (result: SearchResult): void => {
    onClose();
    result.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((Math.min(chosen, results.length - 1) + step + results.length) % Math.max(1, results.length));
    }
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      run(current);
    }
  };
  return (
    <Modal.Root opened onClose={onClose} padding={0} size="lg" yOffset="10vh">
      <Modal.Overlay />
      <Modal.Content aria-label={words.label}>
      <div className={classes.field}>
        <Icon name="search" />
        <input
          data-autofocus {...FIELD} aria-controls={list} aria-activedescendant={current && `${list}-${current.id}`}
          aria-label={words.label} placeholder={words.hint} value={query} onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
          }}
        />
      </div>
      <Results id={list} results={results} current={current} onRun={run} />
      <output className={classes.note}>
        {results.length === 0 ? words.nothing(query) : hasFailed ? words.failed : <span className={classes.hidden}>{words.count(results.length)}</span>}
      </output>
      </Modal.Content>
    </Modal.Root>
  );
}

type ResultsProps = { id: string; results: SearchResult[]; current: SearchResult | undefined; onRun: (result: SearchResult) => void };

// HTML has no elements for the list that a combobox chooses from.
const LIST = { role: 'listbox' } as const;
const GROUP = { role: 'group' } as const;
const OPTION = { role: 'option', tabIndex: -1 } as const;
const FIELD = { role: 'combobox', 'aria-expanded': true, 'aria-autocomplete': 'list' } as const;

/** For the mouse. The field keeps the focus; its arrows and Enter do the same for the keyboard. */
const clicking = (onClick: () => void) => ({ onClick, onMouseDown: (event: MouseEvent) => event.preventDefault() });

function Results({ id, results, current, onRun }: ResultsProps) {
  return (
    <div id={id} {...LIST} aria-label={messages.search.label} className={classes.list}>
      {[...Map.groupBy(results, ({ group }) => group)].map(([group, members]) => (
        <div key={group} {...GROUP} aria-labelledby={`${id}-${group}`}>
          <p id={`${id}-${group}`} className={classes.group} role="presentation">
            {nameOfGroup(group)}
          </p>
          {members.map((result) => (
            <div
              key={result.id} id={`${id}-${result.id}`} {...OPTION} {...clicking(() => onRun(result))}
              aria-selected={result === current} className={classes.option}
              ref={result === current ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            >
              <span>{result.name}</span>
              {result.detail !== undefined && <span className={classes.detail}>{result.detail}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
