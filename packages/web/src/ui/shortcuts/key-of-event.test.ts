import { expect, it } from 'vitest';
import { keyOfEvent, type KeyPress } from './key-of-event.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held,
});

it.each([
  [press('s', 'KeyS'), 's'],
  [press('S', 'KeyS', { shiftKey: true }), 's'],
  [press('?', 'Slash', { shiftKey: true }), '?'],
  [press('Escape', 'Escape'), 'escape'],
  [press('Enter', 'Enter', { ctrlKey: true }), 'mod+enter'],
  [press('z', 'KeyZ', { metaKey: true }), 'mod+z'],
  [press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'mod+shift+z'],
  [press('ق', 'KeyR'), 'r'],
  [press('١', 'Digit1'), '1'],
  [press('Shift', 'ShiftLeft', { shiftKey: true }), null],
  [press('@', 'KeyQ', { altKey: true }), null],
])('%j is %s', (pressed, expected) => expect(keyOfEvent(pressed)).toBe(expected));
