import { useState } from 'react';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { readRules } from './read-rules.ts';
import type { RuleDraft } from './rule-draft.ts';
import classes from './rules.module.css';
import { printDraft } from './to-mapping-rules.ts';

type Problem = { path: string; message: string };

/** The rules as JSON, for people who want it: either form is taken, and what is wrong is said with its place. The last right text counts. */
export function JsonEditor({ rules }: { rules: RuleDraft }) {
  const { editRules, isReadOnly } = useEditing();
  const [text, setText] = useState(() => JSON.stringify(printDraft(rules), null, 2));
  const [problems, setProblems] = useState<Problem[]>([]);
  const change = (typed: string): void => {
    setText(typed);
    const read = readText(typed);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) editRules(() => read.draft, 'json');
  };
  return (
    <div className={classes.json}>
      <textarea
        dir="ltr" spellCheck={false} aria-label={messages.rules.json} aria-invalid={problems.length > 0} aria-describedby="json-problems" readOnly={isReadOnly} rows={18} value={text}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <ul id="json-problems" className={classes.problems} aria-live="polite">
        {problems.map(({ path, message }) => (
          <li key={`${path}:${message}`}>
            {path !== '' && <code dir="ltr">{path}</code>} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function readText(text: string): { ok: true; draft: RuleDraft } | { ok: false; problems: Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [{ path: '', message: `${messages.rules.noJson} ${error instanceof Error ? error.message : ''}` }] };
  }
  const read = readRules(value);
  return read.ok ? read : { ok: false, problems: read.errors };
}
