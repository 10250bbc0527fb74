import { ActionIcon, Menu } from '@mantine/core';
import { memo } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import { showToast } from '../../../ui/toast/show-toast.ts';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { findPlace, isWithin, listGroups, moveCondition, removeCondition, unwrapGroup, wrapCondition } from './change-rules.ts';
import { type DraftCondition, isLeaf } from './rule-draft.ts';
import { useRules } from './rule-context.ts';
import { toRuleText } from '../../../ui/rule-text/to-rule-text.ts';

const LAST = Number.MAX_SAFE_INTEGER;

/** Everything that can be done with a condition, for those who do not drag: move, group, ungroup, remove. */
export const ConditionMenu = memo(function ConditionMenu({ condition, name }: { condition: DraftCondition; name: string }) {
  const words = messages.rules.menu;
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="ink" aria-label={words.open(name)}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuItems condition={condition} name={name} />
      </Menu.Dropdown>
    </Menu>
  );
});

function MenuItems({ condition, name }: { condition: DraftCondition; name: string }) {
  const { editRules } = useEditing();
  const { rules, open } = useRules();
  const words = messages.rules.menu;
  const { id } = condition;
  const place = findPlace(rules, id);
  if (place === null) return null;
  const groups = listGroups(rules).filter((group) => group.id !== place.parentId && !isWithin(condition, group.id));
  const move = (parentId: string | null, index: number): void => {
    editRules((draft) => moveCondition(draft, id, { parentId, index }));
    if (parentId !== null) open(parentId);
  };
  const remove = (): void => {
    const before = rules;
    editRules((draft) => removeCondition(draft, id));
    showToast({ text: messages.rules.removed(name), action: { label: messages.undo, run: () => editRules(() => before) } });
  };
  return (
    <>
      {place.index > 0 && <Menu.Item onClick={() => move(place.parentId, place.index - 1)}>{words.up}</Menu.Item>}
      <Menu.Item onClick={() => move(place.parentId, place.index + 1)}>{words.down}</Menu.Item>
      {place.parentId !== null && <Menu.Item onClick={() => move(null, LAST)}>{words.out}</Menu.Item>}
      {groups.map((group) => (
        <Menu.Item key={group.id} onClick={() => move(group.id, LAST)}>
          {words.into(toRuleText(group))}
        </Menu.Item>
      ))}
      <Menu.Divider />
      {(['all', 'any', 'not'] as const).map((kind) => (
        <Menu.Item key={kind} onClick={() => editRules((draft) => wrapCondition(draft, id, kind))}>
          {words.wrap[kind]}
        </Menu.Item>
      ))}
      {!isLeaf(condition) && <Menu.Item onClick={() => editRules((draft) => unwrapGroup(draft, id))}>{words.unwrap}</Menu.Item>}
      <Menu.Divider />
      <Menu.Item leftSection={<Icon name="trash" />} onClick={remove}>
        {words.remove}
      </Menu.Item>
    </>
  );
}
