import { useQuery } from '@tanstack/react-query';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { formats } from '../../../ui/formats.ts';
import { Loaded } from '../../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../../ui/state/Skeleton.tsx';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { AttributePicker } from '../rules/AttributePicker.tsx';
import { type Distribution, distributionQuery } from '../rules/use-distribution.ts';
import type { ChartSection } from './card.ts';
import classes from './card.module.css';
import { changeSection } from './change-card.ts';
import { toChartRows } from './to-chart-rows.ts';

/** How the people who match answer one question, beside everybody: a table whose cells are bars. */
export function ChartBlock({ section }: { section: ChartSection }) {
  const { editCard, isReadOnly, personaId } = useEditing();
  const query = useQuery({ ...distributionQuery(section.attribute, '', personaId), enabled: section.attribute !== '', retry: false });
  return (
    <div className={classes.block}>
      {section.attribute !== '' && (
        <Loaded query={query} skeleton={<SkeletonRows count={5} />}>
          {(distribution) => <ChartTable distribution={distribution} />}
        </Loaded>
      )}
      {!isReadOnly && (
        <AttributePicker
          label={section.attribute === '' ? messages.card.chooseAttribute : messages.card.otherAttribute}
          onPick={({ attribute }) => editCard((card) => changeSection<ChartSection>(card, section.id, (each) => ({ ...each, attribute })))}
        />
      )}
    </div>
  );
}

function ChartTable({ distribution }: { distribution: Distribution }) {
  const words = messages.card.chart;
  const rows = toChartRows(distribution);
  const matching = distribution.matching?.persona_customers ?? 0;
  return (
    <table className={classes.chart}>
      <caption>
        <bdi>{distribution.attribute}</bdi> · {words.caption(formats.count(matching), formats.count(distribution.answered))}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.answer}</th>
          <th scope="col">{words.matching}</th>
          <th scope="col">{words.everybody}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, matchingPercent, percent }) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td>
              <span className={classes.bar} aria-hidden="true" style={{ inlineSize: `${(matchingPercent ?? 0) * 0.6}%` }} />
              <Figure>{matchingPercent === null ? '–' : formats.percentWhole(matchingPercent)}</Figure>
            </td>
            <td>
              <Figure>{formats.percentWhole(percent)}</Figure>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
