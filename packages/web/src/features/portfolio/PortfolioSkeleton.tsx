import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import classes from './portfolio.module.css';

/** The page's shape while it loads. */
export function PortfolioSkeleton() {
  return (
    <div className={classes.page}>
      <SkeletonCard blockSize={250} lines={4} />
      <SkeletonCard blockSize={420} lines={6} />
      <Grid>
        <Cell span={6}>
          <SkeletonCard blockSize={380} lines={6} />
        </Cell>
        <Cell span={6}>
          <SkeletonCard blockSize={380} lines={6} />
        </Cell>
      </Grid>
    </div>
  );
}
