import { operations } from '@likeness/contract';
import { type BoundOperation, bind } from '../../http/handler.ts';
import { whileConnected } from '../../http/while-connected.ts';
import type { AttributeAnswerService } from './attribute-answers.service.ts';
import type { DiagnosticsService } from './diagnostics.service.ts';
import type { DifferenceService } from './differences.service.ts';
import type { EvidenceService } from './evidence.service.ts';
import type { PeopleService } from './people.service.ts';

export type InsightServices = {
  attributeAnswers: AttributeAnswerService;
  diagnostics: DiagnosticsService;
  differences: DifferenceService;
  evidence: EvidenceService;
  people: PeopleService;
};

/** What people say, and who they are. */
export function insightRoutes({ attributeAnswers, diagnostics, differences, evidence, people }: InsightServices): BoundOperation[] {
  return [
    bind(operations.getDiagnostics, async ({ caller, params, query, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => diagnostics.getDiagnostics(caller, params.id, query, signal)),
    })),
    bind(operations.getEvidence, async ({ caller, params, body, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => evidence.getEvidence(caller, params.id, body, signal)),
    })),
    bind(operations.getPersonaDifferences, async ({ caller, params, query, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => differences.getPersonaDifferences(caller, params.id, query, signal)),
    })),
    bind(operations.getPortfolioDifferences, async ({ caller, query, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => differences.getPortfolioDifferences(caller, query, signal)),
    })),
    bind(operations.listPersonaPeople, async ({ caller, params, query, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => people.listPersonaPeople(caller, params.id, query, signal)),
    })),
    bind(operations.listPortfolioPeople, async ({ caller, query, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => people.listPortfolioPeople(caller, query, signal)),
    })),
    bind(operations.listPreviewPeople, async ({ caller, body, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => people.listPreviewPeople(caller, body, signal)),
    })),
    bind(operations.listHeldAttributes, async ({ caller, query }) => ({ status: 200, body: await attributeAnswers.listHeldAttributes(caller, query) })),
    bind(operations.getDistribution, async ({ caller, body, request }) => ({
      status: 200,
      body: await whileConnected(request, (signal) => attributeAnswers.getDistribution(caller, body, signal)),
    })),
  ];
}
