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
import { toChartClaims } from './to-chart-claims.ts';
import { type ClaimView, toClaimView } from './to-claim-view.ts';
import { useEvidence } from './use-evidence.ts';

/** How the people who match answer one question, beside all others: a table whose cells are bars. */
export function ChartBlock({ section }: { section: ChartSection }) {
  const { editCard, isReadOnly } = useEditing();
  const query = useQuery({ ...distributionQuery(section.attribute), enabled: section.attribute !== '', retry: false });
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
  const { personaId, scoredEdition } = useEditing();
  const words = messages.card.chart;
  const claims = toChartClaims(distribution);
  const { data } = useEvidence(personaId, scoredEdition, claims);
  return (
    <table className={classes.chart}>
      <caption>
        <bdi>{distribution.attribute}</bdi> · {words.caption(formats.count(distribution.answered))}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.answer}</th>
          <th scope="col">{words.matching}</th>
          <th scope="col">{words.others}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <ChartRow key={claim.id} name={claim.text} view={toClaimView(claim, data)} />
        ))}
      </tbody>
    </table>
  );
}

function ChartRow({ name, view: { people, others, title } }: { name: string; view: ClaimView }) {
  const isShown = people !== null && people.grade !== 'hidden' && people.grade !== 'nobody';
  return (
    <tr title={title}>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>
        <span className={classes.bar} aria-hidden="true" style={{ inlineSize: `${isShown ? people.estimate * 0.6 : 0}%` }} />
        <Figure>{isShown ? formats.percentWhole(people.estimate) : '–'}</Figure>
      </td>
      <td>
        <Figure>{others !== null && others.n > 0 && others.grade !== 'hidden' ? formats.percentWhole(others.estimate) : '–'}</Figure>
      </td>
    </tr>
  );
}
