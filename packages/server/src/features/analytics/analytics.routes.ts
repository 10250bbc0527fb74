import { operations } from '@likeness/contract';
import { type BoundOperation, bind } from '../../http/handler.ts';
import { whileConnected } from '../../http/while-connected.ts';
import type { AnalyticsService } from './analytics.service.ts';
import type { PortfolioService } from './portfolio.service.ts';
import type { PreviewService } from './preview.service.ts';

export type AnalyticsServices = { analytics: AnalyticsService; preview: PreviewService; portfolio: PortfolioService };

export function analyticsRoutes({ analytics, preview, portfolio }: AnalyticsServices): BoundOperation[] {
  return [
    bind(operations.getAnalytics, async ({ caller, params, query }) => ({
      status: 200,
      body: await analytics.getAnalytics(caller, params.id, query),
    })),
    bind(operations.previewRules, async ({ caller, body, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => preview.previewRules(caller, body, signal)),
    })),
    bind(operations.getPortfolio, async ({ caller, query, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => portfolio.getPortfolio(caller, query, signal)),
    })),
  ];
}
