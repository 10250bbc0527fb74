import { TOO_FEW_BELOW } from '@likeness/core';
import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { AnswerCard } from './AnswerCard.tsx';
import { CombinationsCard } from './CombinationsCard.tsx';
import { CoverageCard } from './CoverageCard.tsx';
import { saveCsv } from '../../ui/export/export-rows.ts';
import { toPortfolioTable } from './export-portfolio.ts';
import { GapCard } from './GapCard.tsx';
import { OverlapCard } from './OverlapCard.tsx';
import type { PersonaMark } from './persona-mark.ts';
import classes from './portfolio.module.css';
import { toAnswerView } from './to-answer-view.ts';
import { toCombinations } from './to-combinations.ts';
import { toCoverageSteps } from './to-coverage-steps.ts';
import { toOverlapMatrix } from './to-overlap-matrix.ts';
import { toWarnings } from './to-warnings.ts';
import { type Portfolio, type Scope, useGapDifferences } from './use-portfolio.ts';

const MANY = 10;

type PortfolioFiguresProps = {
  portfolio: Portfolio;
  bands: { moderate: number; strong: number };
  marks: ReadonlyMap<number, PersonaMark>;
  scope: Scope;
};

/** Everything that the page says of a portfolio with respondents. */
export function PortfolioFigures({ portfolio, bands, marks, scope }: PortfolioFiguresProps) {
  const differences = useGapDifferences(scope);
  const answer = toAnswerView(portfolio, bands);
  // Many personas need the whole width for their columns.
  const span = portfolio.personas.length > MANY ? 12 : 6;
  const tooFew = portfolio.total_customers < TOO_FEW_BELOW ? (answer.sentence[0]?.text ?? null) : null;
  return (
    <div className={classes.page} data-export-page>
      <AnswerCard view={answer} warnings={toWarnings(portfolio)} level={portfolio.level} onExport={() => void saveCsv(toPortfolioTable(portfolio))} />
      <CoverageCard portfolio={portfolio} steps={toCoverageSteps(portfolio, marks)} />
      <Grid>
        <Cell span={span}>
          <OverlapCard matrix={toOverlapMatrix(portfolio, marks)} level={portfolio.level} tooFew={tooFew} />
        </Cell>
        <Cell span={span}>
          <CombinationsCard view={toCombinations(portfolio, marks)} tooFew={tooFew} />
        </Cell>
      </Grid>
      <GapCard portfolio={portfolio} differences={differences} />
    </div>
  );
}
