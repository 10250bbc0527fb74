import { NativeSelect } from '@mantine/core';
import { memo } from 'react';
import type { Test } from '@likeness/core';
import { useEditing } from '../edit-context.ts';
import { Loaded } from '../../../ui/state/Loaded.tsx';
import { SkeletonChart } from '../../../ui/state/Skeleton.tsx';
import { messages } from '../messages.ts';
import { RangeEditor } from './RangeEditor.tsx';
import classes from './rules.module.css';
import { messages as ruleMessages } from '../../../ui/rule-text/messages.ts';
import { type Bounds, boundsOf, valuesOf } from '../../../ui/rule-text/test-values.ts';
import { kindOf, kindsFor, type TestKind, toTest } from './test-kinds.ts';
import { type Distribution, useDistribution } from './use-distribution.ts';
import { ValueEditor } from './ValueEditor.tsx';
import { WordList } from './WordList.tsx';

type TestEditorProps = {
  attribute: string;
  test: Test;
  /** The range that is published for it; null: none is. */
  stored?: Bounds | null;
  onChange: (test: Test) => void;
};

/** Edits a test on what the data really hold: a range on its histogram, choices by their counts, words for texts. */
export const TestEditor = memo(function TestEditor(props: TestEditorProps) {
  const distribution = useDistribution(props.attribute);
  return (
    <Loaded query={distribution} skeleton={<SkeletonChart blockSize={120} />}>
      {(loaded) => <LoadedEditor {...props} distribution={loaded} />}
    </Loaded>
  );
});

function LoadedEditor({ attribute, test, stored = null, onChange, distribution }: TestEditorProps & { distribution: Distribution }) {
  const { isReadOnly } = useEditing();
  const kind = kindOf(test);
  const change = (next: Test): void => {
    if (!isReadOnly) onChange(next);
  };
  return (
    <div className={classes.test}>
      <NativeSelect
        aria-label={messages.rules.testKind(attribute)} value={kind} disabled={isReadOnly}
        data={kindsFor(distribution.type, kind).map((each) => ({ value: each, label: messages.rules.kinds[each] }))}
        onChange={({ currentTarget: { value } }) => change(toTest(value as TestKind, test))}
      />
      {kind === 'range' && <RangeEditor attribute={attribute} distribution={distribution} bounds={boundsOf(test)} stored={stored} onChange={(between) => change({ between })} />}
      {(kind === 'contains' || kind === 'mentions') && (
        <WordList label={messages.rules.words[kind](attribute)} words={valuesOf(test).map(String)} onChange={(words) => change(kind === 'contains' ? { contains: words } : { mentions: words })} />
      )}
      {kind === 'answered' && <AnsweredChoice test={test} onChange={change} />}
      {LISTS.has(kind) && <ValueEditor attribute={attribute} distribution={distribution} test={test} onChange={change} />}
      <p className={classes.counts}>{messages.rules.answered(distribution.answered, distribution.missing, distribution.unreadable)}</p>
    </div>
  );
}

const LISTS = new Set<TestKind>(['in', 'anyOf', 'allOf', 'noneOf', 'atLeastOf']);

function AnsweredChoice({ test, onChange }: { test: Test; onChange: (test: Test) => void }) {
  const isAnswered = !('answered' in test) || test.answered;
  return (
    <NativeSelect
      aria-label={messages.rules.kinds.answered} value={String(isAnswered)} onChange={({ currentTarget: { value } }) => onChange({ answered: value === 'true' })}
      data={[{ value: 'true', label: ruleMessages.tests.answered }, { value: 'false', label: ruleMessages.tests.notAnswered }]}
    />
  );
}
