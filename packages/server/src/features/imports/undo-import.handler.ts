import type { Clock } from '../../clock.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { Failure, notFound } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { publishEvent } from '../events/event.store.ts';
import { removeImportedForm } from '../forms/imported-form.service.ts';
import { eraseImportedResponses } from '../responses/imported-responses.service.ts';
import type { RunHandler } from '../runs/run-executor.ts';
import { isFormOfOtherImport, lockImport } from './import.queries.ts';
import { deleteRefusedRows, updateImport } from './import.store.ts';

/**
 * Takes a stored import back, in one transaction: its responses with their scores, the people who answered nothing
 * else, its refused rows, the history its days had from it, and the form it made, when nothing else was done with that.
 *
 * Fields that it added to a form that was there before stay. A second attempt after a crash finds it undone, and ends.
 */
export function undoImport({ clock }: { clock: Clock }): RunHandler {
  return ({ db, tenantId, run, caller }) =>
    withTenant(db, tenantId, async (trx) => {
      const importId = run.import_id ?? 0;
      const row = await lockImport(trx, tenantId, importId);
      if (row === null) throw notFound('import');
      if (row.status === 'undone') return { responses: 0, scores: 0, snapshots: 0, form_removed: false };
      if (row.status !== 'imported') throw new Failure('wrong_state', 'This import has stored nothing, so there is nothing to take back.');
      const erased = await eraseImportedResponses(trx, tenantId, importId);
      await deleteRefusedRows(trx, tenantId, importId);
      const madeForm = row.form_id !== null && row.mapping?.form_id === undefined ? row.form_id : null;
      const isFree = madeForm !== null && !(await isFormOfOtherImport(trx, tenantId, madeForm, importId));
      await updateImport(trx, tenantId, importId, { status: 'undone', undoneAt: clock.now(), ...(isFree && { formId: null }) });
      const isRemoved = isFree && (await removeImportedForm(trx, caller, madeForm));
      if (isFree && !isRemoved) await updateImport(trx, tenantId, importId, { status: 'undone', formId: madeForm });
      await recordChange(trx, caller, { action: 'import.undone', subjectType: 'import', subjectId: importId, details: { ...erased, form_removed: isRemoved } });
      await publishEvent(trx, tenantId, 'import.changed', { id: importId, status: 'undone' });
      return { ...erased, form_removed: isRemoved };
    });
}
