/** How much one bulk body may hold. */
export type BulkLimits = { bytes: number; lines: number; lineBytes: number };

export const DEFAULT_BULK_LIMITS: BulkLimits = { bytes: 256 * 1024 * 1024, lines: 200_000, lineBytes: 1024 * 1024 };
