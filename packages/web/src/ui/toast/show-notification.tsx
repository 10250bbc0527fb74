import { UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { messages } from '../messages.ts';
import type { Toast } from './toast.ts';
import classes from './toast.module.css';

const COLORS = { plain: 'ink', warn: 'yellow', bad: 'red' } as const;

/** Draws a message for so long. `Toasts` must be shown. */
export function showNotification({ text, tone = 'plain', action, id }: Toast, shownMs: number): void {
  const shownId = notifications.show({
    ...(id !== undefined && { id }),
    autoClose: shownMs,
    withBorder: true,
    closeButtonProps: { 'aria-label': messages.close },
    color: COLORS[tone],
    role: tone === 'bad' ? 'alert' : 'status',
    message: (
      <span className={classes.line}>
        <span>{text}</span>
        {action !== undefined && (
          <UnstyledButton
            className={classes.action}
            onClick={() => {
              notifications.hide(shownId);
              action.run();
            }}
          >
            {action.label}
          </UnstyledButton>
        )}
      </span>
    ),
  });
}
