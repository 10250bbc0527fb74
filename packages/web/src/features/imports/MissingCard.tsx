import { Checkbox } from '@mantine/core';
import { Card } from '../../ui/card/Card.tsx';
import { formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';
import classes from './missing-card.module.css';
import type { MissingView } from './to-columns-view.ts';

/** Answers that may mean that there is none: suggested, never applied unasked. */
export function MissingCard({ missing, onToggle }: { missing: readonly MissingView[]; onToggle: (index: number, token: string) => void }) {
  const words = messages.missing;
  if (missing.length === 0) return null;
  return (
    <Card title={words.title} caption={words.text}>
      <ul className={classes.tokens}>
        {missing.map(({ index, token, fieldKey, count, isOn }) => (
          <li key={`${index} ${token}`} className={classes.token}>
            <Checkbox
              checked={isOn} label={<code>{token}</code>} aria-label={words.label(token, fieldKey)} onChange={() => onToggle(index, token)}
            />
            <span className={classes.where}>{words.where(formats.count(count), fieldKey)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
