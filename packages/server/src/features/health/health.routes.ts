import { operations } from '@likeness/contract';
import type { Registry } from 'prom-client';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { HealthService } from './health.service.ts';

/** Liveness, readiness and metrics: open to anybody, without a word about tenants. */
export function healthRoutes(health: HealthService, metrics: Registry, version: string): BoundOperation[] {
  return [
    bind(operations.getHealth, async () => ({ status: 200, body: { status: 'ok', version } })),
    bind(operations.getReadiness, async () => ({ status: 200, body: await health.getReadiness() })),
    bind(operations.getMetrics, async () => ({ status: 200, body: await metrics.metrics() })),
  ];
}
