import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { ExportService } from './export.service.ts';

/** Data out, as files. */
export function exportRoutes(exports: ExportService): BoundOperation[] {
  return [
    bind(operations.exportPersonas, async ({ caller }) => ({
      status: 200,
      body: await exports.personas(caller),
      headers: asFile('personas.json'),
    })),
    bind(operations.exportResponses, async ({ caller, query }) => {
      const { form_id: formId, include_personal: includePersonal, startDate, endDate } = query;
      const csv = await exports.responses(caller, { formId, includePersonal, startDate, endDate });
      return { status: 200, body: csv, headers: asFile(`responses-of-form-${formId}.csv`) };
    }),
    bind(operations.exportEvolution, async ({ caller, params }) => ({
      status: 200,
      body: await exports.evolution(caller, params.id),
      headers: asFile(`evolution-of-persona-${params.id}.csv`),
    })),
  ];
}

function asFile(name: string): Record<string, string> {
  return { 'content-disposition': `attachment; filename="${name}"` };
}
