import { useDroppable } from '@dnd-kit/react';
import { useSortable } from '@dnd-kit/react/sortable';
import type { Test } from '@likeness/core';
import { UnstyledButton } from '@mantine/core';
import { memo, useCallback, useMemo } from 'react';
import { Chip } from '../../../ui/Chip.tsx';
import { SegmentedControl } from '../../../ui/control/SegmentedControl.tsx';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { formats } from '../../../ui/formats.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { toStableText } from '../stable-text.ts';
import { AttributePicker } from './AttributePicker.tsx';
import { addCondition, changeCondition, changeRule } from './change-rules.ts';
import { ConditionMenu } from './ConditionMenu.tsx';
import { findStoredBounds } from './find-stored-bounds.ts';
import { type DraftCondition, type DraftGroup, type DraftLeaf, type DraftRule, isLeaf, TOP } from './rule-draft.ts';
import { useRules } from './rule-context.ts';
import { RuleOptions } from './RuleOptions.tsx';
import { RuleSentence } from './RuleSentence.tsx';
import classes from './rules.module.css';
import { TestEditor } from './TestEditor.tsx';
import { toCondition } from './to-mapping-rules.ts';
import { messages as ruleMessages } from '../../../ui/rule-text/messages.ts';
import { toRuleText } from '../../../ui/rule-text/to-rule-text.ts';
import { WeightStepper } from './WeightStepper.tsx';

/** A list takes what is dragged only where none of its rows does. */
const BELOW_ITS_ROWS = 1;

/** Conditions below each other, which can be dragged within the list and to other lists. `parentId` null: rules of their own. */
export function ConditionList({ conditions, parentId, joint }: { conditions: readonly DraftCondition[]; parentId: string | null; joint?: string }) {
  const { ref, isDropTarget } = useDroppable({ id: `list-${parentId ?? TOP}`, type: 'list', accept: 'condition', collisionPriority: BELOW_ITS_ROWS });
  if (conditions.length === 0 && parentId !== null) {
    return (
      <p ref={ref} className={`${classes.nothing} ${isDropTarget ? classes.target : ''}`}>
        {messages.rules.groupEmpty}
      </p>
    );
  }
  return (
    <ol ref={ref} className={classes.conditions}>
      {conditions.map((condition, index) => (
        <ConditionRow key={condition.id} condition={condition} index={index} parentId={parentId} joint={index === 0 ? undefined : joint} />
      ))}
    </ol>
  );
}

type ConditionRowProps = { condition: DraftCondition; index: number; parentId: string | null; joint?: string | undefined };

/** One condition: its sentence, how many pass it, and what it is made of when it is opened. A rule of its own also has a weight. */
function ConditionRow({ condition, index, parentId, joint }: ConditionRowProps) {
  const { rules, openIds, figures, innerRates, toggle } = useRules();
  const { isReadOnly } = useEditing();
  const { ref, handleRef, isDragSource } = useSortable({
    id: condition.id, index, group: parentId ?? TOP, type: 'condition', accept: 'condition', disabled: isReadOnly,
  });
  const rule = parentId === null ? rules.rules[index] : undefined;
  const isOpen = openIds.has(condition.id);
  const own = rule === undefined ? null : figures(index);
  const percent = rule === undefined ? (innerRates.get(condition.id) ?? null) : (own?.match_percentage ?? null);
  const name = rule !== undefined && rule.label !== '' ? rule.label : toRuleText(condition);
  return (
    <li ref={ref} className={`${classes.row} ${isDragSource ? classes.dragged : ''} ${rule === undefined ? classes.inner : ''}`}>
      {joint !== undefined && <span className={classes.joint}>{joint}</span>}
      <div className={classes.head}>
        <button ref={handleRef} type="button" className={classes.handle} aria-label={messages.rules.move(name)} disabled={isReadOnly}>
          <Icon name="drag" size={14} />
        </button>
        <UnstyledButton className={classes.sentence} aria-expanded={isOpen} onClick={() => toggle(condition.id)}>
          <RuleSentence rule={rule} condition={condition} />
          {rule !== undefined && <ChangedChip condition={condition} />}
        </UnstyledButton>
        <Rate percent={percent} />
        {rule !== undefined && <RuleWeight rule={rule} name={name} />}
        {!isReadOnly && <ConditionMenu condition={condition} name={name} />}
      </div>
      {isOpen && (
        <div className={classes.body}>
          {isLeaf(condition) ? <LeafEditor leaf={condition} /> : <GroupEditor group={condition} />}
          {rule !== undefined && <RuleOptions rule={rule} figures={own} />}
        </div>
      )}
    </li>
  );
}

function LeafEditor({ leaf: { id, attribute, is } }: { leaf: DraftLeaf }) {
  const { editRules } = useEditing();
  const { stored } = useRules();
  const storedBounds = useMemo(() => findStoredBounds(stored, attribute), [stored, attribute]);
  const change = useCallback(
    (test: Test) => editRules((draft) => changeCondition<DraftLeaf>(draft, id, (leaf) => ({ ...leaf, is: test })), `test-${id}`),
    [editRules, id],
  );
  return <TestEditor attribute={attribute} test={is} stored={storedBounds} onChange={change} />;
}

/** Says that a rule is not among the published ones. */
function ChangedChip({ condition }: { condition: DraftCondition }) {
  const { stored } = useRules();
  if (stored.rules.length === 0) return null;
  const text = toStableText(toCondition(condition));
  if (stored.rules.some((rule) => toStableText(toCondition(rule.condition)) === text)) return null;
  return <> <Chip tone="info">{messages.rules.changed}</Chip></>;
}

function Rate({ percent }: { percent: number | null }) {
  return (
    <span className={classes.rate} title={messages.rules.rateTitle}>
      {percent === null ? messages.rules.noRate : <Figure>{formats.percent(percent)}</Figure>}
    </span>
  );
}

const RuleWeight = memo(function RuleWeight({ rule, name }: { rule: DraftRule; name: string }) {
  const { editRules, isReadOnly } = useEditing();
  const { id } = rule.condition;
  const change = (weight: number): void => editRules((draft) => changeRule(draft, id, { weight }), `weight-${id}`);
  return <WeightStepper weight={rule.weight} name={name} isDisabled={isReadOnly} onChange={change} />;
});

/** What a group is made of: how its parts go together, and the parts. */
function GroupEditor({ group }: { group: DraftGroup }) {
  const { editRules, isReadOnly } = useEditing();
  const { open } = useRules();
  const words = ruleMessages.groups;
  return (
    <>
      <SegmentedControl
        label={messages.rules.groupKind} value={group.group}
        onChange={(kind) => !isReadOnly && editRules((draft) => changeCondition<DraftGroup>(draft, group.id, (each) => ({ ...each, group: kind })))}
        choices={(['all', 'any', 'not'] as const).map((kind) => ({ value: kind, name: words[kind].name }))}
      />
      <ConditionList conditions={group.parts} parentId={group.id} joint={words[group.group].joint} />
      {!isReadOnly && (
        <div className={classes.groupFoot}>
          <AttributePicker
            label={messages.rules.addCondition}
            onPick={(condition) => {
              editRules((draft) => addCondition(draft, condition, group.id));
              open(condition.id);
            }}
          />
        </div>
      )}
    </>
  );
}
