import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';
import classes from './snapshot-card.module.css';
import type { SnapshotView } from './to-snapshot-view.ts';

/** The newest day's figures; those of the newest day with 30 responses when the last one has too few. */
export function SnapshotCard({ view }: { view: SnapshotView | null }) {
  const words = messages.snapshot;
  if (view === null) {
    return (
      <Card title={words.title}>
        <p className={classes.none}>{words.none}</p>
      </Card>
    );
  }
  const { newest, shown } = view;
  return (
    <Card title={words.title} fold="closed" actions={<Chip tone="outline">{formats.day(newest.day)}</Chip>}>
      {newest.isFew && (
        <p className={classes.few}>
          <Chip tone="dashed">{words.fewTitle}</Chip>
          {words.few(newest.responses)}
        </p>
      )}
      {!newest.isComplete && shown.isNewest && <p className={classes.note}>{words.notOver}</p>}
      {newest.isFew && <p className={classes.note}>{shown.isNewest ? words.noFull : words.lastFull(formats.day(shown.day))}</p>}
      <dl className={classes.lines}>
        {view.lines.map(({ name, value, detail }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={value === null ? classes.missing : ''}>
              {value === null ? words.notAsked : <Figure>{value}</Figure>} {detail !== null && <Figure className={classes.detail}>{detail}</Figure>}
            </dd>
          </div>
        ))}
        <div>
          <dt>{words.edition}</dt>
          <dd>{formats.count(shown.edition)}</dd>
        </div>
      </dl>
    </Card>
  );
}
