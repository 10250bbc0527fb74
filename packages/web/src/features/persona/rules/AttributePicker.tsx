import { Button, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import { showTrouble } from '../../../ui/toast/use-undoable-mutation.ts';
import { messages } from '../messages.ts';
import { newId } from '../new-id.ts';
import type { DraftLeaf } from './rule-draft.ts';
import classes from './rules.module.css';
import { distributionQuery, type HeldAttribute, useDistribution, useHeldAttributes } from './use-distribution.ts';
import { newTest } from './ValueEditor.tsx';

const SHOWN = 80;

/** A button that opens what the data hold to choose from, and gives a test on what was chosen, of the kind that fits its answers. */
export function AttributePicker({ label, onPick }: { label: string; onPick: (leaf: DraftLeaf) => void }) {
  const [search, setSearch] = useState('');
  const [active, setActive] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const queries = useQueryClient();
  const combobox = useCombobox({ onDropdownClose: () => { combobox.resetSelectedOption(); setSearch(''); setActive(''); combobox.focusTarget(); }, onDropdownOpen: () => combobox.focusSearchInput() });
  const pick = async (attribute: string): Promise<void> => {
    setIsBusy(true);
    try {
      const distribution = await queries.fetchQuery(distributionQuery(attribute));
      combobox.closeDropdown();
      onPick({ id: newId(), attribute, is: newTest(distribution) });
    } catch (error) {
      showTrouble(error);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Combobox store={combobox} position="bottom-start" width={320} shadow="md" withinPortal onOptionSubmit={(attribute) => void pick(attribute)}>
      <Combobox.Target withAriaAttributes={false}>
        <Button variant="default" loading={isBusy} leftSection={<Icon name="plus" />} aria-haspopup="listbox" aria-expanded={combobox.dropdownOpened} onClick={() => combobox.toggleDropdown()}>
          {label}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Choices field={combobox.searchRef} search={search} active={active} onSearch={setSearch} onActive={setActive} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

type ChoicesProps = { field: RefObject<HTMLInputElement | null>; search: string; active: string; onSearch: (text: string) => void; onActive: (attribute: string) => void };

function Choices({ field, search, active, onSearch, onActive }: ChoicesProps) {
  const { data, isError } = useHeldAttributes();
  const text = search.trim().toLowerCase();
  const found = (data ?? []).filter(({ attribute, label }) => `${attribute} ${label ?? ''}`.toLowerCase().includes(text));
  return (
    <>
      <Combobox.EventsTarget>
        <TextInput
          ref={field} aria-label={messages.rules.searchAttributes} placeholder={messages.rules.searchAttributes} leftSection={<Icon name="search" />} value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options tabIndex={0} aria-label={messages.rules.attributes} className={classes.attributes}>
        {found.slice(0, SHOWN).map((held) => (
          <Combobox.Option key={held.attribute} value={held.attribute} onMouseEnter={() => onActive(held.attribute)}>
            <AttributeLine held={held} />
          </Combobox.Option>
        ))}
        {found.length === 0 && data !== undefined && <Combobox.Empty>{data.length === 0 ? messages.rules.noData : messages.rules.noAttribute}</Combobox.Empty>}
        {isError && <Combobox.Empty>{messages.rules.attributesFailed}</Combobox.Empty>}
      </Combobox.Options>
      {active !== '' && <Answers attribute={active} />}
    </>
  );
}

function AttributeLine({ held }: { held: HeldAttribute }) {
  return (
    <span className={classes.attributeLine}>
      <bdi className={classes.attributeName}>{held.attribute}</bdi>
      <span className={classes.attributeType}>{held.type === null ? '' : messages.rules.types[held.type]}</span>
      {held.label !== null && held.label !== '' && <span className={classes.attributeLabel}>{held.label}</span>}
    </span>
  );
}

/** How many answered what is pointed at, and what they said most. */
function Answers({ attribute }: { attribute: string }) {
  const { data } = useDistribution(attribute);
  if (data === undefined || data.attribute.toLowerCase() !== attribute.toLowerCase()) return <p className={classes.answers}>{messages.rules.counting}</p>;
  return (
    <p className={classes.answers}>
      {messages.rules.answered(data.answered, data.missing, data.unreadable)}
      {data.values !== null && data.values.length > 0 && ` ${messages.rules.often(data.values.slice(0, 3).map(({ value }) => value).join(messages.rules.comma))}`}
    </p>
  );
}
