import { DEFAULT_SETTINGS, type TenantSettings as SettingsSchema } from '@likeness/contract';
import type { BandThresholds } from '@likeness/core';
import type { z } from 'zod';
import type { JsonObject } from '../../db/tables.ts';

/** All settings of a tenant; none is left out. */
export type TenantSettings = z.output<typeof SettingsSchema>;

/**
 * A tenant's settings with the defaults where nothing was set. Stored settings were validated when they were set.
 *
 * @example withDefaultSettings({}).bands // { moderate: 50, strong: 70 }
 */
export function withDefaultSettings(stored: JsonObject): TenantSettings {
  const set = stored as Partial<TenantSettings>;
  return {
    bands: { ...DEFAULT_SETTINGS.bands, ...set.bands },
    metrics: { ...DEFAULT_SETTINGS.metrics, ...set.metrics },
    demographics: set.demographics ?? DEFAULT_SETTINGS.demographics,
  };
}

/**
 * The lowest scores of the two upper bands, in hundredths of a percent point.
 *
 * @example toBandThresholds({ moderate: 50, strong: 70 }) // { moderate: 5000, strong: 7000 }
 */
export function toBandThresholds(bands: TenantSettings['bands']): BandThresholds {
  return { moderate: Math.round(bands.moderate * 100), strong: Math.round(bands.strong * 100) };
}
