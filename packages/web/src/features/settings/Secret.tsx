import { Button } from '@mantine/core';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/toast/show-toast.ts';
import { messages } from './messages.ts';
import classes from './settings.module.css';

/** Something that is shown this one time: a key's secret, an invitation's link. */
export function Secret({ text, secret, onClose }: { text: string; secret: string; onClose: () => void }) {
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    showToast({ text: messages.copied });
  };
  return (
    <output className={classes.secret}>
      <span>{text}</span>
      <code dir="ltr">{secret}</code>
      <span className={classes.secretActions}>
        <Button size="xs" leftSection={<Icon name="copy" />} onClick={() => void copy()}>
          {messages.copy}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {messages.noted}
        </Button>
      </span>
    </output>
  );
}
