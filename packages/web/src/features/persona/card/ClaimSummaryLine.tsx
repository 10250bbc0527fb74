import { messages } from '../messages.ts';
import classes from './card.module.css';
import type { ClaimSummary } from './to-claim-view.ts';

/** How the claims of a card stand, as a bar and in words: at a glance whether it is more than a story. */
export function ClaimSummaryLine({ summary }: { summary: ClaimSummary }) {
  const total = summary.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const shown = summary.filter(({ count }) => count > 0);
  return (
    <div className={classes.summary}>
      <span>{messages.card.claims(total)}</span>
      <span className={classes.summaryBar} aria-hidden="true">
        {shown.map(({ kind, count }) => (
          <i key={kind} className={classes[kind]} style={{ flexGrow: count }} />
        ))}
      </span>
      <span>{shown.map(({ kind, count }) => messages.card.summary[kind](count)).join(messages.rules.comma)}</span>
    </div>
  );
}
