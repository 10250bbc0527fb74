import { LengthBar } from '../../charts/LengthBar.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import classes from './share-list.module.css';
import type { Diagnostics } from './use-dashboard.ts';

/** Who passes every rule but one, by the rule they miss. Each line opens its people. */
export function OneRuleShortCard({ diagnostics, texts }: { diagnostics: Diagnostics; texts: readonly string[] }) {
  const words = messages.rules;
  const rows = diagnostics.rules
    .map(({ label, only_one_missed: count }, index) => ({ index, count, text: texts[index] ?? label }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const largest = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <Card title={words.oneShort} caption={words.oneShortText(diagnostics.one_rule_short.persona_customers)} fold="closed">
      <ul className={classes.list}>
        {rows.map(({ index, count, text }) => (
          <li key={index}>
            <div className={classes.line}>
              <span>{text}</span>
              <PeopleLink set="one_rule_short" rule={index} label={`${text}: ${words.missed(count)}`} className={classes.count}>
                <Figure>{formats.count(count)}</Figure>
              </PeopleLink>
            </div>
            <LengthBar shareRatio={count / largest} tone="grey" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
