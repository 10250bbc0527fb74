import { Modal, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePreferences } from '../../ui/preferences.ts';
import { Keys } from '../../ui/shortcuts/Keys.tsx';
import { listShortcuts } from '../../ui/shortcuts/shortcuts.ts';
import { useFocusReturn } from '../../ui/overlay/use-focus-return.ts';
import classes from './help.module.css';
import { messages } from './messages.ts';

/** Which keys do what on this page, and a switch for those of a single key. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  useFocusReturn();
  const words = messages.sheet;
  const [shortcuts] = useState(listShortcuts);
  const [{ hasSingleKeys }, change] = usePreferences();
  return (
    <Modal opened onClose={onClose} title={words.title} size="lg" closeButtonProps={{ 'aria-label': words.close }}>
      <p>{hasSingleKeys ? words.caption : words.off}</p>
      <dl className={classes.sheet}>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes.foot}>
        <Switch label={words.toggle} checked={hasSingleKeys} onChange={(event) => change({ hasSingleKeys: event.currentTarget.checked })} />
        <Link to="/help" onClick={onClose}>
          {words.more}
        </Link>
      </div>
    </Modal>
  );
}
