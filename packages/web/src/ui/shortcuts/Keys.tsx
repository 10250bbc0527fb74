import classes from './keys.module.css';

const SHOWN: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', enter: 'Enter', escape: 'Esc', arrowup: '↑', arrowdown: '↓' };
const IS_MAC = (globalThis.navigator?.platform ?? '').startsWith('Mac');

/** A shortcut as keys: `mod+enter` as Ctrl Enter (⌘ Enter on a Mac), `g p` as two keys one after the other. */
export function Keys({ keys }: { keys: string }) {
  return (
    <bdi dir="ltr" className={classes.keys}>
      {keys.split(/[ +]/).map((key) => (
        <kbd key={key}>{key === 'mod' && IS_MAC ? '⌘' : (SHOWN[key] ?? key)}</kbd>
      ))}
    </bdi>
  );
}
