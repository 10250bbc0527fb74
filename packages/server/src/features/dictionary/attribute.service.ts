import type { FieldProblem } from '@likeness/contract';
import { foldText } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { Failure, invalidInput, notFound } from '../../failures/failure.ts';
import { fromCursor, toPage } from '../../http/cursor.ts';
import { recordChange } from '../audit/audit.store.ts';
import { publishEvent } from '../events/event.store.ts';
import type { RunService } from '../runs/run.service.ts';
import { hasRules, listAttributes, listOtherNames } from './attribute.queries.ts';
import { deleteAttribute, insertAttribute, replaceAttribute, type Attribute } from './attribute.store.ts';
import { bumpSettingsRevision } from './dictionary.queries.ts';
import { isLanguageTag } from './language-tag.ts';
import type { AttributeRow } from './to-field-definitions.ts';

export type AttributeService = {
  list(caller: Caller, page: { limit: number; cursor?: string | undefined }): Promise<{ items: Attribute[]; next_cursor: string | null }>;
  create(caller: Caller, attribute: AttributeRow): Promise<Attribute>;
  replace(caller: Caller, attributeId: number, attribute: AttributeRow): Promise<Attribute>;
  delete(caller: Caller, attributeId: number): Promise<void>;
};

export type AttributeParts = { db: Database; clock: Clock; runs: Pick<RunService, 'requestRun' | 'dispatchRuns'> };

const MOST_SYNONYMS = 5000;

/**
 * The tenant's dictionary. Each change queues a calculation of all scores, because it may change what answers mean; there is
 * nothing to calculate before the first persona has rules.
 *
 * A name or alias can mean one attribute only: `name_taken` for a name that is taken, `invalid_input` for an alias.
 */
export function createAttributeService({ db, clock, runs }: AttributeParts): AttributeService {
  /** Changes of one dictionary go one after the other, so that two of them cannot claim one name. */
  const change = async <T>(caller: Caller, work: (trx: TenantTransaction) => Promise<T>): Promise<T> => {
    const result = await withTenant(db, caller.tenantId, async (trx) => {
      await bumpSettingsRevision(trx, caller.tenantId);
      const done = await work(trx);
      await publishEvent(trx, caller.tenantId, 'settings.changed', {});
      if (await hasRules(trx, caller.tenantId)) await runs.requestRun(trx, caller, { kind: 'batch-calculate' });
      return done;
    });
    runs.dispatchRuns();
    return result;
  };
  return {
    list: async ({ tenantId }, { limit, cursor }) => {
      const [afterId = 0] = fromCursor(cursor, ['number']) ?? [];
      const rows = await readTenant(db, tenantId, (trx) => listAttributes(trx, tenantId, { afterId: Number(afterId), limit: limit + 1 }));
      return toPage(rows, limit, (attribute) => attribute, (attribute) => [attribute.id]);
    },
    create: (caller, attribute) =>
      change(caller, async (trx) => {
        assertNames(attribute, await listOtherNames(trx, caller.tenantId, null));
        const created = await insertAttribute(trx, caller.tenantId, attribute, clock.now());
        await recordChange(trx, caller, { action: 'attribute.created', subjectType: 'attribute', subjectId: created.id, details: { name: created.name } });
        return created;
      }),
    replace: (caller, attributeId, attribute) =>
      change(caller, async (trx) => {
        assertNames(attribute, await listOtherNames(trx, caller.tenantId, attributeId));
        const changed = await replaceAttribute(trx, caller.tenantId, attributeId, attribute, clock.now());
        if (changed === null) throw notFound('attribute');
        await recordChange(trx, caller, { action: 'attribute.changed', subjectType: 'attribute', subjectId: attributeId, details: { name: changed.name } });
        return changed;
      }),
    delete: (caller, attributeId) =>
      change(caller, async (trx) => {
        const name = await deleteAttribute(trx, caller.tenantId, attributeId);
        if (name === null) throw notFound('attribute');
        await recordChange(trx, caller, { action: 'attribute.deleted', subjectType: 'attribute', subjectId: attributeId, details: { name } });
      }),
  };
}

function assertNames(attribute: AttributeRow, others: readonly Pick<Attribute, 'name' | 'aliases'>[]): void {
  const owners = new Map(others.flatMap((other) => [other.name, ...other.aliases].map((name) => [foldText(name), other.name])));
  const owner = owners.get(foldText(attribute.name));
  if (owner !== undefined) throw new Failure('name_taken', `"${attribute.name}" means the attribute "${owner}" already.`);
  const problems: FieldProblem[] = attribute.aliases.flatMap((alias, index) => {
    const taken = owners.get(foldText(alias));
    return taken === undefined ? [] : [{ path: `aliases[${index}]`, message: `"${alias}" means the attribute "${taken}" already` }];
  });
  if (foldText(attribute.name) === '') problems.push({ path: 'name', message: 'needs more than white space' });
  if (attribute.language !== null && !isLanguageTag(attribute.language)) {
    problems.push({ path: 'language', message: `"${attribute.language}" is no language tag; write "en" or "pt-BR"` });
  }
  if (Object.keys(attribute.synonyms).length > MOST_SYNONYMS) {
    problems.push({ path: 'synonyms', message: `are more than ${MOST_SYNONYMS}; leave the rarest out` });
  }
  if (problems.length > 0) throw invalidInput(problems.slice(0, 20));
}
