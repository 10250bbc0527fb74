import { z } from 'zod';
import { answer, operation } from './operation.ts';

const Health = z.object({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Health' });
const Ready = z
  .object({ status: z.literal('ready'), database: z.string(), migrations: z.int(), jobs: z.boolean() })
  .meta({ id: 'Ready' });

export const healthOperations = {
  getHealth: operation({
    id: 'getHealth', method: 'GET', path: '/health', tag: 'Operations', access: 'public',
    summary: 'Liveness: the process answers',
    answers: { 200: answer('It does', Health, { status: 'ok', version: '0.1.0' }) },
    errors: [],
  }),
  getReadiness: operation({
    id: 'getReadiness', method: 'GET', path: '/ready', tag: 'Operations', access: 'public',
    summary: 'Readiness: the database answers and is migrated',
    answers: { 200: answer('It is', Ready, { status: 'ready', database: 'PostgreSQL 18.4', migrations: 2, jobs: true }) },
    errors: ['not_ready'],
  }),
  getMetrics: operation({
    id: 'getMetrics', method: 'GET', path: '/metrics', tag: 'Operations', access: 'public',
    summary: 'Prometheus metrics; no tenant data',
    answers: { 200: { contentType: 'text/plain', schema: z.string(), description: 'Prometheus text format', example: 'likeness_up 1\n' } },
    errors: [],
  }),
};
