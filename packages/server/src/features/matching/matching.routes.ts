import { operations } from '@likeness/contract';
import { type BoundOperation, bind } from '../../http/handler.ts';
import type { MatchResponseService } from './match-response.service.ts';
import type { TopMatchService } from './top-matches.service.ts';

export type MatchingServices = { matches: MatchResponseService; topMatches: TopMatchService };

export function matchingRoutes({ matches, topMatches }: MatchingServices): BoundOperation[] {
  return [
    bind(operations.matchResponse, async ({ caller, params, body }) => ({
      status: 200,
      body: await matches.matchResponse(caller, params.id, body.responseId),
    })),
    bind(operations.getTopMatches, async ({ caller, params, query }) => ({
      status: 200,
      body: await topMatches.getTopMatches(caller, params.id, query),
    })),
  ];
}
