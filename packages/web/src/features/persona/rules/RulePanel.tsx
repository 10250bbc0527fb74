import { Button } from '@mantine/core';
import { DragDropProvider } from '@dnd-kit/react';
import { memo, useCallback, useMemo, useState } from 'react';
import { Card } from '../../../ui/card/Card.tsx';
import { SegmentedControl } from '../../../ui/control/SegmentedControl.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { StateMessage } from '../../../ui/state/StateMessage.tsx';
import type { CanvasDocument } from '../canvas-document.ts';
import { type DragEnd, keepInItsList, toDropPlace } from '../drop-place.ts';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { newId } from '../new-id.ts';
import { AttributePicker } from './AttributePicker.tsx';
import { addCondition, moveCondition } from './change-rules.ts';
import { ConditionList } from './ConditionList.tsx';
import { JsonEditor } from './JsonEditor.tsx';
import { PreviewCard, PreviewWords } from './PreviewCard.tsx';
import type { GroupKind } from '../../../ui/rule-text/spoken-rule.ts';
import { type DraftCondition, type RuleDraft, TOP } from './rule-draft.ts';
import { RuleContext } from './rule-context.ts';
import classes from './rules.module.css';
import { toMappingRules } from './to-mapping-rules.ts';
import { useInnerRates, usePreview } from './use-preview.ts';

type RulePanelProps = { rules: RuleDraft; stored: CanvasDocument };

/** The rules of a persona while they are edited, under what they would say. */
export function RulePanel({ rules, stored }: RulePanelProps) {
  const { personaId } = useEditing();
  const [isJson, setIsJson] = useState(false);
  const written = useMemo(() => toMappingRules(rules), [rules]);
  const { query: preview, isOfAnotherDraft } = usePreview(personaId, written.mappingRules);
  const innerRates = useInnerRates(useMemo(() => rules.rules.map(({ condition }) => condition), [rules]));
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const open = useCallback((id: string) => setOpenIds((ids) => new Set([...ids, id])), []);
  const context = useMemo(
    () => ({
      rules, stored: stored.rules, openIds, innerRates,
      // Old answers are kept as a whole; beside a rule that has changed since they would be wrong.
      figures: (index: number) => (isOfAnotherDraft ? null : preview.data?.rules[written.positions[index] ?? -1] ?? null),
      toggle: (id: string) => setOpenIds((ids) => (ids.has(id) ? new Set([...ids].filter((each) => each !== id)) : new Set([...ids, id]))),
      open,
    }),
    [rules, stored.rules, openIds, innerRates, preview.data, isOfAnotherDraft, written, open],
  );
  return (
    <RuleContext value={context}>
      <div id="mapping-rules" tabIndex={-1} className={classes.panel}>
        <PreviewCard query={preview} isOfAnotherDraft={isOfAnotherDraft} hasRules={written.mappingRules.rules.length > 0} rules={rules} unfinished={written.unfinished} />
        {written.mappingRules.rules.length > 0 && <PreviewWords preview={isOfAnotherDraft ? undefined : preview.data} />}
        <Card
          title={messages.rules.title} caption={messages.rules.caption(rules.rules.length, rules.rules.reduce((sum, { weight }) => sum + weight, 0))} isFlush
          actions={
            <Button variant="subtle" size="compact-sm" aria-pressed={isJson} onClick={() => setIsJson(!isJson)}>
              {isJson ? messages.rules.asForm : messages.rules.asJson}
            </Button>
          }
        >
          {isJson ? <JsonEditor rules={rules} /> : <RuleList rules={rules} onOpen={open} />}
        </Card>
      </div>
    </RuleContext>
  );
}

function RuleList({ rules, onOpen }: { rules: RuleDraft; onOpen: (id: string) => void }) {
  const { editRules, isReadOnly } = useEditing();
  const drop = (event: DragEnd): void => {
    const place = toDropPlace(event);
    if (place !== null) editRules((draft) => moveCondition(draft, place.id, { parentId: place.list === TOP ? null : place.list, index: place.index }));
  };
  return (
    <div className={classes.list}>
      {rules.rules.length === 0 && (
        <StateMessage icon="sliders" title={messages.rules.emptyTitle}>
          {messages.rules.emptyText}
        </StateMessage>
      )}
      <DragDropProvider onDragOver={keepInItsList} onDragEnd={drop}>
        <ConditionList conditions={rules.rules.map(({ condition }) => condition)} parentId={null} />
      </DragDropProvider>
      {!isReadOnly && <RuleListActions missing={rules.missing} onOpen={onOpen} />}
    </div>
  );
}

const RuleListActions = memo(function RuleListActions({ missing: policy, onOpen }: { missing: RuleDraft['missing']; onOpen: (id: string) => void }) {
  const { editRules } = useEditing();
  const add = (condition: DraftCondition): void => {
    editRules((draft) => addCondition(draft, condition, null));
    onOpen(condition.id);
  };
  const addGroup = (group: GroupKind): void => add({ id: newId(), group, parts: [] });
  return (
    <div className={classes.foot}>
      <AttributePicker label={messages.rules.addRule} onPick={add} />
      <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => addGroup('any')}>
        {messages.rules.addGroup}
      </Button>
      <div className={classes.missing}>
        <span>{messages.rules.missing}</span>
        <SegmentedControl
          label={messages.rules.missingLong} value={policy}
          onChange={(missing) => editRules((draft) => ({ ...draft, missing }))}
          choices={[
            { value: 'unmatched', name: messages.rules.missingUnmatched, title: messages.rules.missingUnmatchedLong },
            { value: 'ignore', name: messages.rules.missingIgnore, title: messages.rules.missingIgnoreLong },
          ]}
        />
      </div>
    </div>
  );
});
