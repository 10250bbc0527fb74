import { memo } from 'react';
import { Switch, TextInput } from '@mantine/core';
import type { Schemas } from '@likeness/sdk';
import { formats } from '../../../ui/formats.ts';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { changeRule } from './change-rules.ts';
import type { DraftRule } from './rule-draft.ts';
import classes from './rules.module.css';

/** What a rule has beside its condition: whether it is required, and a name of its own. */
export const RuleOptions = memo(function RuleOptions({ rule, figures }: { rule: DraftRule; figures: Schemas['RuleFigures'] | null }) {
  const { editRules, isReadOnly } = useEditing();
  const { id } = rule.condition;
  return (
    <div className={classes.options}>
      {figures !== null && (
        <p className={classes.counts}>{messages.rules.counts(formats.count(figures.matched), formats.count(figures.missing))}</p>
      )}
      <TextInput
        label={messages.rules.label} placeholder={messages.rules.labelPlaceholder} value={rule.label} maxLength={120} disabled={isReadOnly}
        onChange={({ currentTarget: { value } }) => editRules((draft) => changeRule(draft, id, { label: value }), `label-${id}`)}
      />
      <Switch
        label={messages.rules.required} description={messages.rules.requiredLong} checked={rule.required} disabled={isReadOnly}
        onChange={({ currentTarget: { checked } }) => editRules((draft) => changeRule(draft, id, { required: checked }))}
      />
    </div>
  );
});
