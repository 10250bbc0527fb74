import type { Readable } from 'node:stream';
import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { notFound } from '../../failures/failure.ts';
import { toCsvLine } from '../../survey-file/csv/write-csv.ts';
import { toResponseWindow, type WindowDays } from '../analytics/response-window.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { hasForm } from '../forms/form.queries.ts';
import { findPersona } from '../personas/persona.queries.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { listAnsweredKeys, listPortablePersonas, listScoredPersonas, listSnapshots, readResponses, type PortablePersona } from './export.queries.ts';
import { toAnswerColumns, toCell } from './response-columns.ts';
import { streamFromTenant } from './stream-from-tenant.ts';

/** Which responses: of one form, submitted in these days. */
export type ResponseSelection = WindowDays & { formId: number; includePersonal: boolean };

export type ExportService = {
  personas(caller: Caller): Promise<{ personas: PortablePersona[] }>;
  /** CSV: id, moment of submission (UTC), respondent, the answers, and the score of every persona that has any. */
  responses(caller: Caller, selection: ResponseSelection): Promise<Readable>;
  /** CSV: one line a day. */
  evolution(caller: Caller, personaId: number): Promise<string>;
};

/** Data out, to take elsewhere. Cells that a spreadsheet would run are made harmless (see `toCsvLine`). */
export function createExportService({ db }: { db: Database }): ExportService {
  return {
    personas: async ({ tenantId }) => ({ personas: await readTenant(db, tenantId, (trx) => listPortablePersonas(trx, tenantId)) }),
    responses: ({ tenantId }, selection) => streamFromTenant(db, tenantId, (trx) => prepareResponses(trx, tenantId, selection)),
    evolution: ({ tenantId }, personaId) =>
      readTenant(db, tenantId, async (trx) => {
        if ((await findPersona(trx, tenantId, personaId)) === null) throw notFound('persona');
        const snapshots = await listSnapshots(trx, tenantId, personaId);
        return [EVOLUTION_HEAD, ...snapshots.map(toEvolutionCells)].map(toCsvLine).join('');
      }),
  };
}

async function prepareResponses(trx: TenantTransaction, tenantId: number, selection: ResponseSelection): Promise<AsyncIterable<string>> {
  const { formId, includePersonal } = selection;
  if (!(await hasForm(trx, tenantId, formId))) throw notFound('form');
  const dictionaries = await loadDictionaries(trx, tenantId);
  const chosen = { formId, window: toResponseWindow(selection, dictionaries.timeZone) };
  const columns = toAnswerColumns(dictionaries.fieldsOf(formId), await listAnsweredKeys(trx, tenantId, chosen), includePersonal);
  const personas = await listScoredPersonas(trx, tenantId);
  return (async function* () {
    yield toCsvLine(['response_id', 'submitted_at', 'respondent_key', ...columns.map(({ key }) => key), ...personas.map(({ name }) => name)]);
    for await (const rows of readResponses(trx, tenantId, chosen)) {
      yield rows
        .map(({ id, submitted_at, respondent_key, response_data, scores }) =>
          toCsvLine([
            id,
            submitted_at.toISOString(),
            respondent_key,
            ...columns.map(({ key, joiner }) => toCell(Object.hasOwn(response_data, key) ? response_data[key] : null, joiner)),
            ...personas.map((persona) => scores?.[persona.id]?.toFixed(2)),
          ]),
        )
        .join('');
    }
  })();
}

const EVOLUTION_HEAD = [
  'snapshot_date', 'edition', 'is_complete', 'response_count', 'matches', 'strong', 'moderate', 'weak', 'avg_match_score',
  'satisfaction', 'loyalty', 'trust', 'effort', 'nps',
];

function toEvolutionCells({ metrics, behavioral_data: behaviour, ...day }: Snapshot): (string | number | boolean | null)[] {
  return [
    day.snapshot_date, day.edition, day.is_complete, day.response_count,
    behaviour.matches, behaviour.strong, behaviour.moderate, behaviour.weak, behaviour.avg_match_score,
    metrics.satisfaction, metrics.loyalty, metrics.trust, metrics.effort, metrics.nps,
  ];
}
