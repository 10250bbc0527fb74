import { unwrap } from '@likeness/sdk';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';

const TYPING_MS = 300;
const BANDS = ['strong', 'moderate', 'weak'] as const;

/** What other thresholds would make of each persona's responses, before they are saved. */
export function BandsPreview({ moderate, strong }: { moderate: number; strong: number }) {
  const words = messages.metrics;
  const [bands] = useDebouncedValue({ moderate, strong }, TYPING_MS);
  const query = useQuery({
    queryKey: keyOf('figures', 'bands-preview', bands.moderate, bands.strong),
    queryFn: async ({ signal }) => unwrap(await likeness.POST('/api/tenant/bands-preview', { body: bands, signal })).items,
    placeholderData: (before) => before,
  });
  return (
    <Loaded query={query} skeleton={<SkeletonRows count={3} />}>
      {(items) => (
        <DataTable
          caption={words.wouldChange} rows={items} rowKey={({ persona_id: id }) => id} empty={words.noScores}
          columns={[
            { key: 'persona', header: messages.sync.persona, isRowHeader: true, cell: ({ persona_name: name }) => name, value: ({ persona_name: name }) => name },
            ...BANDS.map((band) => ({
              key: band, header: words.bandNames[band], align: 'end' as const, value: (row: (typeof items)[number]) => row.after[band],
              cell: ({ before, after }: (typeof items)[number]) => <Figure>{before[band] === after[band] ? formats.count(before[band]) : `${formats.count(before[band])} → ${formats.count(after[band])}`}</Figure>,
            })),
          ]}
        />
      )}
    </Loaded>
  );
}
