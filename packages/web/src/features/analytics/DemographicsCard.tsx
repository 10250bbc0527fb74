import { Link } from '@tanstack/react-router';
import { LengthBar } from '../../charts/LengthBar.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { ShareFigure } from '../../ui/figure/ShareFigure.tsx';
import { formats } from '../../ui/formats.ts';
import { exportRows, type RowsToExport } from '../../ui/export/export-rows.ts';
import { ExportTable } from '../../ui/export/ExportTable.tsx';
import { messages } from './messages.ts';
import classes from './share-list.module.css';
import type { DemographicGroup, DemographicView } from './to-demographics.ts';
import { toAttributeName } from '../../ui/rule-text/to-value-text.ts';

/** Who the matching respondents are, by each demographic attribute. */
export function DemographicsCard({ views }: { views: readonly DemographicView[] }) {
  const words = messages.demographics;
  const exportAll = <ExportTable toWork={(format) => exportRows(toGroupTable(views), format)} />;
  return (
    <Card title={words.title} caption={words.caption} fold="closed" actions={views.length > 0 && exportAll}>
      {views.length === 0 && (
        <p className={classes.detail}>
          {words.none}{' '}
          <Link to="/settings/$section" params={{ section: 'fields' }}>
            {words.settings}
          </Link>
        </p>
      )}
      <div className={classes.groups}>
        {views.map((view) => (
          <Attribute key={view.attribute} view={view} />
        ))}
      </div>
    </Card>
  );
}

function Attribute({ view: { attribute, groups, leftOut } }: { view: DemographicView }) {
  const words = messages.demographics;
  return (
    <section aria-label={toAttributeName(attribute)}>
      <h3>{toAttributeName(attribute)}</h3>
      {groups.length === 0 && <p className={classes.detail}>{words.nobody}</p>}
      <ul className={classes.list}>
        {groups.map(({ name, matching, shareRatio, ofGroup }) => (
          <li key={name}>
            <div className={classes.line}>
              <span>{name}</span>
              <Figure className={classes.count}>{formats.count(matching)}</Figure>
            </div>
            <LengthBar shareRatio={shareRatio} tone="moderate" />
            <p className={classes.detail}>
              <ShareFigure figure={ofGroup} />
            </p>
          </li>
        ))}
      </ul>
      {leftOut > 0 && <p className={classes.detail}>{words.other(leftOut)}</p>}
    </section>
  );
}

type Row = DemographicGroup & { attribute: string };

function toGroupTable(views: readonly DemographicView[]): RowsToExport<Row> {
  const words = messages.demographics;
  const columns: RowsToExport<Row>['columns'] = [
    { header: words.group, value: ({ attribute, name }) => `${attribute}: ${name}` },
    { header: words.matching, value: ({ matching }) => matching },
    { header: words.ofGroup, value: ({ ofGroup }) => ofGroup.estimate },
    { header: 'n', value: ({ ofGroup }) => ofGroup.n },
  ];
  const rows = views.flatMap(({ attribute, groups }) => groups.map((group) => ({ ...group, attribute })));
  return { name: words.title, columns, rows };
}
