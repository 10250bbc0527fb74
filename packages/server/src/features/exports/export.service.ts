import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { invalidInput, notFound } from '../../failures/failure.ts';
import { assertDays, type WindowDays } from '../analytics/response-window.ts';
import type { AuditRequest, AuditService } from '../audit/audit.service.ts';
import type { ImportService } from '../imports/import.service.ts';
import type { PeopleService } from '../insights/people.service.ts';
import type { TopMatchService } from '../matching/top-matches.service.ts';
import { findPersona } from '../personas/persona.queries.ts';
import { assertResponseFilter, type ResponseService } from '../responses/response.service.ts';
import type { RunService } from '../runs/run.service.ts';
import { type ExportCell, type ExportTable, toListTable } from './export-table.ts';
import { listPortablePersonas, listSnapshots, type PortablePersona } from './export.queries.ts';
import { AUDIT_COLUMNS, IMPORT_COLUMNS, RESPONDENT_COLUMNS, RUN_COLUMNS, SNAPSHOT_LIST_COLUMNS } from './list-tables.ts';
import { toPersonaPeopleTable, toPortfolioPeopleTable, toTopMatchTable } from './people-tables.ts';
import { toRefusedRowsTable } from './refused-rows-table.ts';
import { listAllAnswerColumns, type ResponseSelection, toResponseTable } from './response-table.ts';
import type { FileRequest, TableFile, TableFiles } from './table-file.ts';

type AllPages<Page> = Omit<Page, 'limit' | 'cursor'>;
type PersonaPeople = AllPages<Parameters<PeopleService['listPersonaPeople']>[2]> & { includePersonal: boolean };
type PortfolioPeople = AllPages<Parameters<PeopleService['listPortfolioPeople']>[1]> & { includePersonal: boolean };
type RespondentFilter = AllPages<Parameters<ResponseService['listRespondents']>[1]>;
type RunFilter = AllPages<Parameters<RunService['list']>[1]>;

/** Data out, to take elsewhere. Each list is under the same filters, and refused for the same reasons, as where it is paged. */
export type ExportService = {
  /** `ids` undefined: all. Throws `not_found` when one of them is not there. */
  personas(caller: Caller, ids?: readonly number[]): Promise<{ personas: PortablePersona[] }>;
  /** See `toResponseTable`. */
  responses(caller: Caller, request: FileRequest, selection: ResponseSelection): Promise<TableFile>;
  respondents(caller: Caller, request: FileRequest, filter: RespondentFilter): Promise<TableFile>;
  topMatches(caller: Caller, request: FileRequest, personaId: number, filter: WindowDays & { includePersonal: boolean }): Promise<TableFile>;
  personaPeople(caller: Caller, request: FileRequest, personaId: number, filter: PersonaPeople): Promise<TableFile>;
  portfolioPeople(caller: Caller, request: FileRequest, filter: PortfolioPeople): Promise<TableFile>;
  /** One row a day. */
  evolution(caller: Caller, request: FileRequest, personaId: number, days: WindowDays): Promise<TableFile>;
  runs(caller: Caller, request: FileRequest, filter: RunFilter): Promise<TableFile>;
  imports(caller: Caller, request: FileRequest): Promise<TableFile>;
  /** See `toRefusedRowsTable`. */
  refusedRows(caller: Caller, request: FileRequest, importId: number): Promise<TableFile>;
  audit(caller: Caller, request: FileRequest, filter: AllPages<AuditRequest>): Promise<TableFile>;
  /** What the caller has at hand; a row must have a cell for each column. */
  table(request: FileRequest, table: { columns: readonly string[]; rows: readonly (readonly ExportCell[])[] }): Promise<TableFile>;
};

export type ExportParts = {
  db: Database;
  files: TableFiles;
  audit: AuditService;
  imports: ImportService;
  people: PeopleService;
  responses: ResponseService;
  runs: RunService;
  topMatches: TopMatchService;
};

const AT_ONCE = 1000;

export function createExportService({ db, files, ...lists }: ExportParts): ExportService {
  const answersOf = (tenantId: number, includePersonal: boolean) => readTenant(db, tenantId, (trx) => listAllAnswerColumns(trx, tenantId, includePersonal));
  return {
    personas: ({ tenantId }, ids) => readTenant(db, tenantId, (trx) => getPersonas(trx, tenantId, ids)),
    responses: async ({ tenantId }, request, selection) => {
      assertResponseFilter(selection);
      return files.fromTenant(tenantId, request, (trx) => toResponseTable(trx, tenantId, selection));
    },
    respondents: (caller, request, filter) =>
      files.of(request, () => toListTable(RESPONDENT_COLUMNS, (cursor) => lists.responses.listRespondents(caller, { ...filter, limit: AT_ONCE, cursor }))),
    topMatches: (caller, request, personaId, { includePersonal, ...days }) =>
      files.of(request, async () => toTopMatchTable(lists.topMatches, caller, personaId, days, await answersOf(caller.tenantId, includePersonal))),
    personaPeople: (caller, request, personaId, { includePersonal, ...wanted }) =>
      files.of(request, async () => toPersonaPeopleTable(lists.people, caller, personaId, wanted, await answersOf(caller.tenantId, includePersonal))),
    portfolioPeople: (caller, request, { includePersonal, ...wanted }) =>
      files.of(request, async () => toPortfolioPeopleTable(lists.people, caller, wanted, await answersOf(caller.tenantId, includePersonal))),
    evolution: ({ tenantId }, request, personaId, days) => files.fromTenant(tenantId, request, (trx) => toEvolutionTable(trx, tenantId, personaId, days)),
    runs: (caller, request, filter) =>
      files.of(request, () => toListTable(RUN_COLUMNS, (cursor) => lists.runs.list(caller, { ...filter, limit: AT_ONCE, cursor }))),
    imports: (caller, request) => files.of(request, () => toListTable(IMPORT_COLUMNS, (cursor) => lists.imports.list(caller, { limit: AT_ONCE, cursor }))),
    refusedRows: ({ tenantId }, request, importId) => files.fromTenant(tenantId, request, (trx) => toRefusedRowsTable(trx, tenantId, importId)),
    audit: (caller, request, filter) =>
      files.of(request, () => toListTable(AUDIT_COLUMNS, (cursor) => lists.audit.list(caller, { ...filter, limit: AT_ONCE, cursor }))),
    table: (request, table) => files.of(request, async () => toOwnTable(table)),
  };
}

async function getPersonas(trx: TenantTransaction, tenantId: number, ids: readonly number[] | undefined): Promise<{ personas: PortablePersona[] }> {
  const personas = await listPortablePersonas(trx, tenantId, ids);
  if (ids !== undefined && personas.length < new Set(ids).size) throw notFound('persona');
  return { personas };
}

async function toEvolutionTable(trx: TenantTransaction, tenantId: number, personaId: number, days: WindowDays): Promise<ExportTable> {
  assertDays(days);
  if ((await findPersona(trx, tenantId, personaId)) === null) throw notFound('persona');
  const items = await listSnapshots(trx, tenantId, personaId, days);
  return toListTable(SNAPSHOT_LIST_COLUMNS, async () => ({ items, next_cursor: null }));
}

function toOwnTable({ columns, rows }: { columns: readonly string[]; rows: readonly (readonly ExportCell[])[] }): ExportTable {
  const wrong = rows.findIndex((row) => row.length !== columns.length);
  if (wrong >= 0) throw invalidInput([{ path: `rows[${wrong}]`, message: `must have a cell for each of the ${columns.length} columns` }]);
  return {
    columns: columns.map((name) => ({ name, kind: 'value' })),
    batches: (async function* () {
      yield rows;
    })(),
  };
}
