import { operations } from '@likeness/contract';
import type { FastifyRequest } from 'fastify';
import { bind, type BoundOperation } from '../../http/handler.ts';
import { whileConnected } from '../../http/while-connected.ts';
import type { ExportService } from './export.service.ts';
import type { FileRequest, TableFile, TableFormat } from './table-file.ts';

/** Data out, as files. */
export function exportRoutes(exports: ExportService): BoundOperation[] {
  return [
    bind(operations.exportPersonas, async ({ caller, query }) => ({
      status: 200,
      body: await exports.personas(caller, toIds(query.persona_ids)),
      headers: { 'content-disposition': 'attachment; filename="personas.json"' },
    })),
    bind(operations.exportResponses, async ({ caller, query: { format, include_personal: includePersonal, ...query }, request }) => {
      const { form_id: formId, respondent_id: respondentId, import_id: importId, persona_id: personaId, external_id: externalId, ...rest } = query;
      const selection = { ...rest, formId, respondentId, importId, personaId, externalId, includePersonal };
      return toReply(formId === undefined ? 'responses' : `responses-of-form-${formId}`, request, format, (asked) => exports.responses(caller, asked, selection));
    }),
    bind(operations.exportRespondents, ({ caller, query: { format, respondent_key: respondentKey, key_contains: keyContains }, request }) =>
      toReply('respondents', request, format, (asked) => exports.respondents(caller, asked, { respondentKey, keyContains })),
    ),
    bind(operations.exportEvolution, ({ caller, params, query: { format, ...days }, request }) =>
      toReply(`evolution-of-persona-${params.id}`, request, format, (asked) => exports.evolution(caller, asked, params.id, days)),
    ),
    bind(operations.exportRuns, ({ caller, query: { format, persona_id: personaId, import_id: importId, ...rest }, request }) =>
      toReply('runs', request, format, (asked) => exports.runs(caller, asked, { ...rest, personaId, importId })),
    ),
    bind(operations.exportImports, ({ caller, query, request }) => toReply('imports', request, query.format, (asked) => exports.imports(caller, asked))),
    bind(operations.exportRefusedRows, ({ caller, params, query, request }) =>
      toReply(`import-${params.id}-refused-rows`, request, query.format, (asked) => exports.refusedRows(caller, asked, params.id)),
    ),
    bind(operations.exportAuditLog, ({ caller, query: { format, subject_type: subjectType, subject_id: subjectId, ...rest }, request }) =>
      toReply('audit-log', request, format, (asked) => exports.audit(caller, asked, { ...rest, subjectType, subjectId })),
    ),
    bind(operations.exportTable, ({ body, request }) => toReply('table', request, body.format, (asked) => exports.table(asked, body))),
    ...peopleExportRoutes(exports),
  ];
}

function peopleExportRoutes(exports: ExportService): BoundOperation[] {
  return [
    bind(operations.exportTopMatches, ({ caller, params, query: { format, include_personal: includePersonal, ...days }, request }) =>
      toReply(`top-matches-of-persona-${params.id}`, request, format, (asked) => exports.topMatches(caller, asked, params.id, { ...days, includePersonal })),
    ),
    bind(operations.exportPersonaPeople, ({ caller, params, query: { format, include_personal: includePersonal, ...filter }, request }) =>
      toReply(`people-of-persona-${params.id}`, request, format, (asked) => exports.personaPeople(caller, asked, params.id, { ...filter, includePersonal })),
    ),
    bind(operations.exportPortfolioPeople, ({ caller, query: { format, include_personal: includePersonal, ...filter }, request }) =>
      toReply('people-of-portfolio', request, format, (asked) => exports.portfolioPeople(caller, asked, { ...filter, includePersonal })),
    ),
  ];
}

function toReply(name: string, request: FastifyRequest, format: TableFormat, open: (asked: FileRequest) => Promise<TableFile>) {
  return whileConnected(request, async (signal) => {
    const file = await open({ format, signal });
    return { status: 200 as const, body: file.body, headers: { 'content-type': file.contentType, 'content-disposition': `attachment; filename="${name}.${file.format}"` } };
  });
}

function toIds(text: string | undefined): number[] | undefined {
  return text === undefined ? undefined : text.split(',').filter(Boolean).map(Number);
}
