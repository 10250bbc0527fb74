import { useMediaQuery } from '@mantine/hooks';
import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';

const KPIS = ['responses', 'score', 'coverage', 'strong'];

const VERDICT_PX = { wide: 191, phone: 330 };

/** The shape of the tab while it loads, in the height of the result. */
export function AnalyticsSkeleton() {
  const isPhone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false });
  return (
    <Grid>
      <Cell span={12}>
        <SkeletonCard blockSize={isPhone ? VERDICT_PX.phone : VERDICT_PX.wide} lines={4} />
      </Cell>
      {KPIS.map((kpi) => (
        <Cell key={kpi} span={3} isHalfOnPhone>
          <SkeletonCard blockSize={144} lines={1} />
        </Cell>
      ))}
      <Cell span={4}>
        <SkeletonCard blockSize={352} />
      </Cell>
      <Cell span={8}>
        <SkeletonCard blockSize={352} />
      </Cell>
    </Grid>
  );
}
