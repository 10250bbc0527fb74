import { type KeyboardEvent, useRef } from 'react';
import { Icon, type IconName } from '../Icon.tsx';
import { isRightToLeft } from '../i18n/language.ts';
import classes from './segments.module.css';

type TabsProps<T extends string> = {
  /** What the tabs choose between, for screen readers. */
  label: string;
  tabs: readonly { value: T; name: string; icon?: IconName }[];
  value: T;
  onChange: (value: T) => void;
  /** Underlined text instead of a box: for a page's own sections, with a count behind each. */
  kind?: 'box' | 'line';
};

// Its tabs take the focus, it does not.
const LIST = { role: 'tablist' } as const;

/**
 * Tabs that change what the page shows below them. One tab stop; arrows, Home and End move, and what has the focus is shown.
 *
 * What they show is part of the address, so it is no tab panel of this component: the caller draws it.
 */
export function Tabs<T extends string>({ label, tabs, value, onChange, kind = 'box' }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = toIndex(event.key, tabs.findIndex((tab) => tab.value === value), tabs.length);
    const next = index === null ? undefined : tabs[index];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.value);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[index ?? 0]?.focus();
  };
  return (
    <div ref={list} {...LIST} aria-label={label} className={kind === 'box' ? classes.box : classes.line}>
      {tabs.map((tab) => (
        <button
          key={tab.value} type="button" role="tab" className={classes.segment}
          aria-selected={tab.value === value} tabIndex={tab.value === value ? 0 : -1} onClick={() => onChange(tab.value)} onKeyDown={onKeyDown}
        >
          {tab.icon !== undefined && <Icon name={tab.icon} />}
          {tab.name}
        </button>
      ))}
    </div>
  );
}

function toIndex(key: string, current: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  return step === 0 ? null : (current + (isRightToLeft ? -step : step) + count) % count;
}
