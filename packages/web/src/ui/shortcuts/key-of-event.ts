/** The parts of a keyboard event that say which key was pressed. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * A pressed key as shortcuts name it: `s`, `?`, `escape`, `mod+enter`, `mod+shift+z`. `mod` is Ctrl, or Command on a Mac.
 *
 * On a keyboard that does not write Latin letters the key's place counts, so that shortcuts work in every language. Null
 * for a modifier alone, and for combinations with Alt, which type characters on many keyboards.
 *
 * @example keyOfEvent({ key: 'ق', code: 'KeyR', … }) // 'r'
 */
export function keyOfEvent(press: KeyPress): string | null {
  if (press.altKey || ['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'Dead'].includes(press.key)) return null;
  const key = toLatin(press);
  const hasModifier = press.ctrlKey || press.metaKey;
  // "?" is Shift and something else on every keyboard: Shift counts only where the key itself does not show it.
  const hasShift = press.shiftKey && (hasModifier || key.length > 1);
  return `${hasModifier ? 'mod+' : ''}${hasShift ? 'shift+' : ''}${key}`;
}

function toLatin({ key, code }: KeyPress): string {
  if (key.length === 1 && key.charCodeAt(0) > 0x7f) {
    const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1];
    if (letter !== undefined) return letter.toLowerCase();
  }
  return key.toLowerCase();
}
