import { describe, expect, it } from 'vitest';
import type { CanvasDocument, StoredDocument } from './canvas-document.ts';
import { type EditorAction, type EditorState, reduceEditor, startEditing, unsavedParts } from './editor-state.ts';
import { readRules } from './rules/read-rules.ts';

const base: StoredDocument = { name: 'Maya', description: '', card: { photo: null, sections: [], others: {} }, rules: { missing: 'unmatched', rules: [] }, revision: 1, edition: 0 };
const set = (change: Partial<CanvasDocument>, key?: string, atMs = 0): EditorAction => ({ type: 'edit', change: (document) => ({ ...document, ...change }), atMs, ...(key !== undefined && { key }) });
const run = (...actions: EditorAction[]): EditorState => actions.reduce(reduceEditor, startEditing(base));
const rules = (value: unknown) => {
  const read = readRules(value);
  if (!read.ok) throw new Error('not readable');
  return read.draft;
};

describe('undo and redo', () => {
  it('takes typing in one field back at once, and other edits one by one', () => {
    const state = run(set({ name: 'M' }, 'name', 0), set({ name: 'Ma' }, 'name', 500), set({ description: 'x' }, 'description', 600), { type: 'undo' });
    expect(state.present).toMatchObject({ name: 'Ma', description: '' });
    expect(reduceEditor(state, { type: 'undo' }).present.name).toBe('Maya');
    expect(reduceEditor(reduceEditor(state, { type: 'undo' }), { type: 'redo' }).present.name).toBe('Ma');
  });
  it('ends at both ends, and forgets what was undone when something else is done', () => {
    expect(run({ type: 'undo' }).present).toBe(base);
    expect(run(set({ name: 'A' }), { type: 'undo' }, set({ name: 'B' }), { type: 'redo' }).present.name).toBe('B');
  });
});

describe('somebody else', () => {
  it('changes another part: both changes stand, and undo does not take theirs back', () => {
    const state = run(set({ name: 'Mine' }), { type: 'arrive', theirs: { ...base, description: 'Theirs', revision: 2 } });
    expect(state).toMatchObject({ present: { name: 'Mine', description: 'Theirs' }, conflict: null });
    expect(unsavedParts(state)).toEqual(['name']);
    expect(reduceEditor(state, { type: 'undo' }).present).toMatchObject({ name: 'Maya', description: 'Theirs' });
  });
  it('changes the same part: nothing is lost, a person decides, and theirs can be undone', () => {
    const state = run(set({ name: 'Mine' }), { type: 'arrive', theirs: { ...base, name: 'Theirs', revision: 2 } });
    expect(state).toMatchObject({ present: { name: 'Mine' }, base: { revision: 1 }, conflict: { parts: ['name'] } });
    expect(reduceEditor(state, { type: 'resolve', keep: 'mine' })).toMatchObject({ present: { name: 'Mine' }, base: { name: 'Theirs', revision: 2 }, conflict: null });
    const taken = reduceEditor(state, { type: 'resolve', keep: 'theirs' });
    expect(taken.present.name).toBe('Theirs');
    expect(unsavedParts(taken)).toEqual([]);
    expect(reduceEditor(taken, { type: 'undo' }).present.name).toBe('Mine');
  });
  it('changes it to the same: no conflict', () => {
    expect(run(set({ name: 'Same' }), { type: 'arrive', theirs: { ...base, name: 'Same', revision: 2 } })).toMatchObject({ conflict: null, base: { revision: 2 } });
  });
  it('is oneself: what was sent and came back is no conflict with what was typed since', () => {
    const sent = run(set({ name: 'One' }));
    const state = [{ type: 'sent', document: sent.present } as const, set({ name: 'One two' }), { type: 'arrive', theirs: { ...base, name: 'One', revision: 2 } } as const].reduce(reduceEditor, sent);
    expect(state).toMatchObject({ present: { name: 'One two' }, base: { name: 'One', revision: 2 }, conflict: null });
  });
  it('is late: an older revision changes nothing', () => {
    const state = run({ type: 'arrive', theirs: { ...base, name: 'New', revision: 5 } }, { type: 'arrive', theirs: { ...base, revision: 3 } });
    expect(state.present.name).toBe('New');
  });
});

it('does not take equal rules with other ids for a change', () => {
  const stored = { ...base, rules: rules({ age: { min: 1 } }) };
  expect(unsavedParts({ present: { ...stored, rules: rules({ age: { min: 1 } }) }, base: stored })).toEqual([]);
});
