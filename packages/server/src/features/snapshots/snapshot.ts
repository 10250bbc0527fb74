import type { Snapshot as SnapshotSchema } from '@likeness/contract';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { PersonaDataSnapshotsTable } from '../../db/tables.ts';

/** A persona's figures of one day, as the contract shows them. */
export type Snapshot = z.input<typeof SnapshotSchema>;

/** The figures as they are stored: under the names of the original, with the details of each beside them. */
export type StoredMetrics = Snapshot['metrics'] & { details: Snapshot['metric_details'] };

/** The columns that `toSnapshot` reads. */
export const SNAPSHOT_COLUMNS = [
  'snapshot_date', 'edition', 'is_complete', 'response_count', 'metrics', 'demographics', 'behavioral_data',
] as const satisfies (keyof PersonaDataSnapshotsTable)[];

/** What `toSnapshot` reads of a row of `persona_data_snapshots`. */
export type SnapshotRow = Pick<Selectable<PersonaDataSnapshotsTable>, (typeof SNAPSHOT_COLUMNS)[number]>;

/** A snapshot as the contract shows it. */
export function toSnapshot(row: SnapshotRow): Snapshot {
  // Written by this feature alone, from values of these very types.
  const { details, ...metrics } = row.metrics as StoredMetrics;
  return {
    snapshot_date: row.snapshot_date,
    metrics,
    metric_details: details,
    demographics: row.demographics,
    behavioral_data: row.behavioral_data as Snapshot['behavioral_data'],
    response_count: row.response_count,
    edition: row.edition,
    is_complete: row.is_complete,
  };
}
