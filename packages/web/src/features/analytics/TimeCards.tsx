import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Persona } from '../../api/use-personas.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { EditionMarks } from './EditionMarks.tsx';
import { EditionSwitch } from './EditionSwitch.tsx';
import { EvolutionCard } from './EvolutionCard.tsx';
import { messages } from './messages.ts';
import { SnapshotCard } from './SnapshotCard.tsx';
import { toEvolution } from './to-evolution.ts';
import { toSnapshotView } from './to-snapshot-view.ts';
import type { VolumeView } from './to-volume.ts';
import type { Snapshot, Version } from './use-dashboard.ts';
import { VolumeCard } from './VolumeCard.tsx';

type TimeCardsProps = {
  persona: Persona;
  snapshots: readonly Snapshot[];
  volume: VolumeView;
  versions: readonly Version[];
  scales: Record<string, { min: number; max: number }>;
  shown: 'counts' | 'shares';
  /** What stands beside the volume, and beside the latest snapshot. */
  distribution: ReactNode;
  rules: ReactNode;
};

const route = getRouteApi('/persona-builder/$personaId');

/** What the snapshots say: volume, metrics and the latest day, with what stands beside them. */
export function TimeCards({ persona, snapshots, volume, versions, scales, shown, distribution, rules }: TimeCardsProps) {
  const evolution = useMemo(() => toEvolution(snapshots), [snapshots]);
  const navigate = route.useNavigate();
  const show = (view: 'counts' | 'shares'): void =>
    void navigate({ search: ({ volume: _before, ...search }) => ({ ...search, ...(view === 'shares' && { volume: view }) }), resetScroll: false });
  const latest = useMemo(() => toSnapshotView(snapshots), [snapshots]);
  return (
    <Grid>
      <Cell span={4}>{distribution}</Cell>
      <Cell span={8}>
        {volume.bars.length === 0 ? (
          <Card title={messages.volume.title}>{messages.volume.empty}</Card>
        ) : (
          <VolumeCard
            view={volume} shown={shown} onShow={show}
            marks={({ keyOf }) => (
              <EditionMarks
                versions={versions}
                marks={evolution.marks.flatMap((mark) => {
                  const x = keyOf(mark.day);
                  return x === null ? [] : [{ ...mark, x }];
                })}
              />
            )}
          />
        )}
      </Cell>
      <Cell span={12}>
        <EvolutionCard
          view={evolution} scales={scales} versions={versions} name={persona.name}
          actions={<EditionSwitch persona={persona} hasMarks={evolution.marks.length > 0} />}
        />
      </Cell>
      <Cell span={8}>{rules}</Cell>
      <Cell span={4}>
        <SnapshotCard view={latest} />
      </Cell>
    </Grid>
  );
}
