import { ChartCard } from '../../charts/ChartCard.tsx';
import { LikenessRing } from '../../charts/LikenessRing.tsx';
import { PartBar, StepBar } from '../../charts/StepBar.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { ShareFigure } from '../../ui/figure/ShareFigure.tsx';
import { type ShareFigure as Share, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { RowName } from './RowName.tsx';
import classes from './coverage-card.module.css';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import type { CoverageStep } from './to-coverage-steps.ts';
import type { Portfolio } from './use-portfolio.ts';

/** A persona's step, or the gap at the end. */
type Row = { step: CoverageStep } | { step: null; gap: Share; people: number };

const LABELLED = 3;

/** All respondents as one bar: what each persona adds to those before it, and whom nobody reaches. Below it the same in figures. */
export function CoverageCard({ portfolio, steps }: { portfolio: Portfolio; steps: readonly CoverageStep[] }) {
  const words = messages.coverage;
  const gap = toShareFigure(portfolio.nobody);
  const rows: Row[] = [...steps.map((step) => ({ step })), { step: null, gap, people: portfolio.nobody.persona_customers }];
  const sentence = words.bar([...steps.map(({ mark, addsPercent }) => words.part(mark.name, formats.percent(addsPercent))), words.part(words.nobody, gap.percent)].join(', '));
  const parts = [...steps.map(({ mark, addsPercent }) => ({ key: mark.id, percent: addsPercent, color: mark.color })), { key: 'gap', percent: gap.estimate, color: 'gap' }];
  return (
    <ChartCard title={words.title} caption={words.caption} hasShortcut fold="open" blockSize={120} table={{ columns: toFigureColumns(portfolio), rows, rowKey, csvName: messages.title }}>
      <PartBar sentence={sentence} parts={parts.filter(({ percent }) => percent > 0)} />
      <BarLabels steps={steps} gap={gap} />
      <div className={classes.rows}>
        <DataTable caption={words.title} columns={toColumns(portfolio)} rows={rows} rowKey={rowKey} />
      </div>
    </ChartCard>
  );
}

const rowKey = ({ step }: Row): string | number => step?.mark.id ?? 'gap';

function BarLabels({ steps, gap }: { steps: readonly CoverageStep[]; gap: Share }) {
  return (
    <p className={classes.labels}>
      {steps.slice(0, LABELLED).map(({ mark, addsPercent }) => (
        <span key={mark.id}>
          <b>{mark.name}</b> <Figure>{formats.percent(addsPercent)}</Figure>
        </span>
      ))}
      <span className={classes.nobody}>
        {messages.coverage.nobody} <Figure className={classes.bold}>{gap.percent}</Figure>
      </span>
    </p>
  );
}

function toColumns({ level }: Portfolio): Column<Row>[] {
  const words = messages.coverage;
  return [
    { key: 'name', header: messages.persona, isRowHeader: true, cell: (row) => (row.step === null ? <GapName /> : <StepName step={row.step} />) },
    { key: 'alone', header: words.alone[level], cell: (row) => <ShareFigure figure={row.step === null ? row.gap : row.step.alone} /> },
    {
      key: 'where', header: words.where, width: '28%',
      cell: ({ step, ...row }) =>
        step !== null ? <StepBar beforePercent={step.beforePercent} percent={step.addsPercent} color={step.mark.color} />
        : 'gap' in row ? <StepBar beforePercent={100 - row.gap.estimate} percent={row.gap.estimate} color="gap" />
        : null,
    },
    {
      key: 'adds', header: words.adds, align: 'end',
      cell: (row) => (row.step === null ? <PeopleLink people="none">{formats.count(row.people)}</PeopleLink> : <CountAndShare count={formats.change(row.step.adds)} percent={row.step.addsPercent} />),
    },
    { key: 'union', header: words.union, align: 'end', cell: ({ step }) => step !== null && <Figure>{formats.percent(step.unionPercent)}</Figure> },
    {
      key: 'lost', header: words.lost, align: 'end',
      cell: ({ step }) =>
        step === null ? (
          <a href="#gap">{words.describe}</a>
        ) : (
          <PeopleLink people={String(step.mark.id)} className={classes.lost} title={words.onlyPeople(step.mark.name)}>
            <CountAndShare count={formats.count(step.lost)} percent={step.lostPercent} />
          </PeopleLink>
        ),
    },
  ];
}

function StepName({ step: { mark, shares } }: { step: CoverageStep }) {
  return (
    <RowName picture={<LikenessRing initials={mark.initials} color={mark.color} shares={shares} />} personaId={mark.id}>
      {mark.name}
    </RowName>
  );
}

function GapName() {
  return (
    <RowName
      picture={
        <span className={classes.nobodyRing}>
          <Icon name="person" />
        </span>
      }
    >
      {messages.coverage.nobodyStands}
    </RowName>
  );
}

function CountAndShare({ count, percent }: { count: string; percent: number }) {
  return (
    <span className={classes.count}>
      <Figure className={classes.bold}>{count}</Figure> <Figure className={classes.small}>{formats.percent(percent)}</Figure>
    </span>
  );
}

/** The same as figures alone, with both ends of the interval: what the table and the export hold. */
function toFigureColumns({ level, nobody }: Portfolio): Column<Row>[] {
  const words = messages.coverage;
  const figure = (key: string, header: string, valueOf: (row: Row) => number | null, write: (value: number) => string): Column<Row> => ({
    key, header, align: 'end', isSortable: true, value: valueOf,
    cell: (row) => {
      const value = valueOf(row);
      return value === null ? messages.none : <Figure>{write(value)}</Figure>;
    },
  });
  const aloneOf = (row: Row): Share => (row.step === null ? row.gap : row.step.alone);
  const percent = (value: number): string => formats.number(value, 1);
  return [
    { key: 'name', header: messages.persona, isRowHeader: true, cell: toName, value: toName },
    figure('alone', `${words.alone[level]}, %`, (row) => aloneOf(row).estimate, percent),
    figure('low', words.low, (row) => aloneOf(row).low, percent),
    figure('high', words.high, (row) => aloneOf(row).high, percent),
    figure('adds', words.adds, ({ step }) => step?.adds ?? null, formats.count),
    figure('union', `${words.union}, %`, ({ step }) => step?.unionPercent ?? null, percent),
    figure('lost', words.lost, (row) => row.step?.lost ?? nobody.persona_customers, formats.count),
  ];
}

function toName({ step }: Row): string {
  return step?.mark.name ?? messages.coverage.nobodyStands;
}
