import { Counter, Gauge, type Registry } from 'prom-client';
import type { FrameService, FrameStatistics } from './frame-service.ts';

const GAUGES = [
  ['frames', 'likeness_frames', 'Tenants whose responses are in memory as columns'],
  ['rows', 'likeness_frame_rows', 'Responses in memory as columns'],
  ['bytes', 'likeness_frame_bytes', 'Memory of all columns, in bytes'],
] as const satisfies [keyof FrameStatistics, string, string][];

const COUNTERS = [
  ['loads', 'likeness_frame_loads_total', 'Times that the responses of a tenant were loaded from nothing'],
  ['loadedRows', 'likeness_frame_loaded_rows_total', 'Responses loaded that way'],
  ['loadSeconds', 'likeness_frame_load_seconds_total', 'Time that loading took, in seconds'],
] as const satisfies [keyof FrameStatistics, string, string][];

/** Lets a registry tell what is in the frames, as it is when somebody asks. */
export function observeFrames(frames: Pick<FrameService, 'statistics'>, registry: Registry): void {
  for (const [key, name, help] of GAUGES) {
    new Gauge({ name, help, registers: [registry], collect() { this.set(frames.statistics()[key]); } });
  }
  for (const [key, name, help] of COUNTERS) {
    new Counter({ name, help, registers: [registry], collect() {
      this.reset();
      this.inc(frames.statistics()[key]);
    } });
  }
}
