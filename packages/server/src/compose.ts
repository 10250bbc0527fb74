import type { Registry } from 'prom-client';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { analyticsRoutes } from './features/analytics/analytics.routes.ts';
import { createAnalyticsService } from './features/analytics/analytics.service.ts';
import { createPortfolioService } from './features/analytics/portfolio.service.ts';
import { createPreviewService } from './features/analytics/preview.service.ts';
import { auditRoutes } from './features/audit/audit.routes.ts';
import { createAuditService } from './features/audit/audit.service.ts';
import { attributeRoutes } from './features/dictionary/attribute.routes.ts';
import { createAttributeService } from './features/dictionary/attribute.service.ts';
import { eventRoutes } from './features/events/event.routes.ts';
import { createEventService } from './features/events/event.service.ts';
import { exportRoutes } from './features/exports/export.routes.ts';
import { createExportService } from './features/exports/export.service.ts';
import { createTableFiles } from './features/exports/table-file.ts';
import type { FrameService } from './features/frames/frame-service.ts';
import { formRoutes } from './features/forms/form.routes.ts';
import { createFormService } from './features/forms/form.service.ts';
import { healthRoutes } from './features/health/health.routes.ts';
import { createHealthService } from './features/health/health.service.ts';
import type { Identity } from './features/identity/create-identity.ts';
import { createImportHandlers } from './features/imports/import.handlers.ts';
import { createAttributeAnswerService } from './features/insights/attribute-answers.service.ts';
import { createDiagnosticsService } from './features/insights/diagnostics.service.ts';
import { createDifferenceService } from './features/insights/differences.service.ts';
import { createEvidenceService } from './features/insights/evidence.service.ts';
import { insightRoutes } from './features/insights/insight.routes.ts';
import { createPeopleService } from './features/insights/people.service.ts';
import { importRoutes } from './features/imports/import.routes.ts';
import { createImportService, type ImportService } from './features/imports/import.service.ts';
import { createMatchResponseService } from './features/matching/match-response.service.ts';
import { matchingRoutes } from './features/matching/matching.routes.ts';
import { createTopMatchService } from './features/matching/top-matches.service.ts';
import { createApiKeyService } from './features/organisation/api-key.service.ts';
import { createInvitationService } from './features/organisation/invitation.service.ts';
import { createMemberService } from './features/organisation/member.service.ts';
import { organisationRoutes } from './features/organisation/organisation.routes.ts';
import { createSessionService } from './features/organisation/session.service.ts';
import { createTenantService } from './features/organisation/tenant.service.ts';
import { personaRoutes } from './features/personas/persona.routes.ts';
import { createPersonaService } from './features/personas/persona.service.ts';
import { DEFAULT_BULK_LIMITS } from './features/responses/bulk-limits.ts';
import { createErasureService } from './features/responses/erasure.service.ts';
import { responseRoutes } from './features/responses/response.routes.ts';
import { createResponseService } from './features/responses/response.service.ts';
import { createSubmissionService } from './features/responses/submission.service.ts';
import { createRetryRun, type RunStarter } from './features/runs/retry-run.ts';
import type { RunKind } from './features/runs/run.ts';
import { runRoutes } from './features/runs/run.routes.ts';
import { createRunService } from './features/runs/run.service.ts';
import type { RunHandlers } from './features/runs/run-executor.ts';
import { createBatchCalculate } from './features/scoring/batch.handler.ts';
import { createPersonaRunService, type PersonaRunService } from './features/scoring/persona-run.service.ts';
import { scoringRoutes } from './features/scoring/scoring.routes.ts';
import { createEvolutionService } from './features/snapshots/evolution.service.ts';
import { snapshotRoutes } from './features/snapshots/snapshot.routes.ts';
import { createSyncHandler } from './features/snapshots/sync.handler.ts';
import type { BoundOperation } from './http/handler.ts';
import type { Log } from './log.ts';

/** What all services are made from. `dispatch` makes the workers look for queued runs at once. */
export type ServiceParts = {
  db: Database;
  clock: Clock;
  log: Log;
  frames: FrameService;
  publicUrl: string;
  limits: Config['limits'];
  dispatch: () => void;
};
export type Services = ReturnType<typeof composeServices>;

/** Makes every service of the server: the only place that knows which needs which. */
export function composeServices({ db, clock, log, frames, publicUrl, limits, dispatch }: ServiceParts) {
  const runs = createRunService({ db, dispatch });
  const files = createTableFiles(db);
  const lists = {
    audit: createAuditService({ db }),
    imports: createImportService({ db, clock, runs, limits }),
    people: createPeopleService({ db, frames }),
    responses: createResponseService({ db }),
    runs,
    topMatches: createTopMatchService({ db }),
  };
  const personaRuns = createPersonaRunService({ db, runs });
  return {
    ...lists,
    analytics: createAnalyticsService({ db, clock }),
    apiKeys: createApiKeyService({ db, clock }),
    attributeAnswers: createAttributeAnswerService({ db, clock, frames }),
    attributes: createAttributeService({ db, clock, runs }),
    diagnostics: createDiagnosticsService({ db, clock, frames }),
    differences: createDifferenceService({ db, clock, frames }),
    erasure: createErasureService({ db, clock }),
    evidence: createEvidenceService({ db, clock, frames }),
    events: createEventService({ db, log }),
    evolution: createEvolutionService({ db, clock }),
    exports: createExportService({ db, files, ...lists }),
    forms: createFormService({ db, clock, runs }),
    invitations: createInvitationService({ db, clock, publicUrl }),
    matches: createMatchResponseService({ db }),
    members: createMemberService({ db }),
    personaRuns,
    personas: createPersonaService({ db, clock, runs }),
    portfolio: createPortfolioService({ db, clock, frames }),
    preview: createPreviewService({ db, clock, frames }),
    retryRun: createRetryRun(runs, composeRunStarters({ imports: lists.imports, personaRuns })),
    sessions: createSessionService({ db }),
    submissions: createSubmissionService({ db, clock, limits: DEFAULT_BULK_LIMITS }),
    tenants: createTenantService({ db, clock, runs }),
  };
}

/** How a failed run of each kind is begun anew. */
function composeRunStarters({ imports, personaRuns }: { imports: ImportService; personaRuns: PersonaRunService }): Record<RunKind, RunStarter> {
  return {
    'batch-calculate': (caller, run) => personaRuns.again(caller, run.persona_id, 'batch-calculate'),
    sync: (caller, run) => personaRuns.again(caller, run.persona_id, 'sync'),
    import: (caller, run) => imports.start(caller, run.import_id ?? 0),
    'undo-import': (caller, run) => imports.undo(caller, run.import_id ?? 0),
  };
}

/** What each kind of run does. */
export function composeRunHandlers({ clock, log, frames, limits }: Pick<ServiceParts, 'clock' | 'log' | 'frames' | 'limits'>): RunHandlers {
  return {
    'batch-calculate': createBatchCalculate(frames),
    sync: createSyncHandler({ clock, log, frames }),
    ...createImportHandlers({ clock, limits, frames }),
  };
}

export type OperationParts = { db: Database; identity: Identity; metrics: Registry; version: string; areJobsRunning: () => boolean };

/** Every operation of the contract with its handler. */
export function composeOperations(services: Services, { db, identity, metrics, version, areJobsRunning }: OperationParts): BoundOperation[] {
  return [
    ...analyticsRoutes(services),
    ...insightRoutes(services),
    ...attributeRoutes(services.attributes),
    ...auditRoutes(services.audit),
    ...eventRoutes(services.events),
    ...exportRoutes(services.exports),
    ...formRoutes(services.forms),
    ...healthRoutes(createHealthService(db, areJobsRunning), metrics, version),
    ...importRoutes(services.imports),
    ...matchingRoutes(services),
    ...organisationRoutes({ ...services, rememberTenant: identity.rememberTenant }),
    ...personaRoutes(services.personas),
    ...responseRoutes(services),
    ...runRoutes(services.runs, services.retryRun),
    ...scoringRoutes(services.personaRuns),
    ...snapshotRoutes(services.evolution, services.personaRuns),
  ];
}
