import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth';
import { hashToken } from '../../access/secret-token.ts';

const SESSION = 'session';
const TOKEN = 'token';

/**
 * Lets the sign-in library work with session tokens while only their SHA-256 is stored.
 *
 * The library keeps tokens as they are, so a leaked table would be a list of signed-in people. Here every token on its
 * way into the database is hashed, and the row it was created or asked for with gets it back. Rows found any
 * other way (all sessions of a user) carry the hash, which signs nobody in.
 */
export function hashSessionTokens(adapter: DBAdapter): DBAdapter {
  return { ...adapter, ...hashing(adapter), transaction: (work) => adapter.transaction((trx) => work({ ...trx, ...hashing(trx) })) };
}

type Hashed = 'create' | 'findOne' | 'findMany' | 'count' | 'update' | 'updateMany' | 'delete' | 'deleteMany' | 'consumeOne' | 'incrementOne';

function hashing(adapter: DBTransactionAdapter): Pick<DBTransactionAdapter, Hashed> {
  return {
    create: async (query) => withToken(await adapter.create({ ...query, data: hashIn(query.model, query.data) }), tokenIn(query.model, query.data)),
    findOne: async (query) => withToken(await adapter.findOne(hashWhere(query)), tokenOf(query)),
    findMany: async (query) => (await adapter.findMany(hashWhere(query))).map((row) => withToken(row as never, tokenOf(query))),
    count: (query) => adapter.count(hashWhere(query)),
    update: async (query) => withToken(await adapter.update({ ...hashWhere(query), update: hashIn(query.model, query.update) }), tokenOf(query)),
    updateMany: (query) => adapter.updateMany({ ...hashWhere(query), update: hashIn(query.model, query.update) }),
    delete: (query) => adapter.delete(hashWhere(query)),
    deleteMany: (query) => adapter.deleteMany(hashWhere(query)),
    consumeOne: async (query) => withToken(await adapter.consumeOne(hashWhere(query)), tokenOf(query)),
    incrementOne: async (query) => withToken(await adapter.incrementOne(hashWhere(query)), tokenOf(query)),
  };
}

function hashText(token: string): string {
  return hashToken(token).toString('base64url');
}

function hashIn<T extends object>(model: string, data: T): T {
  const token = tokenIn(model, data);
  return token === null ? data : { ...data, [TOKEN]: hashText(token) };
}

function tokenIn(model: string, data: object): string | null {
  if (model !== SESSION || !(TOKEN in data)) return null;
  return typeof data.token === 'string' ? data.token : null;
}

type Query = { model: string; where?: Where[] | undefined };

function hashWhere<Q extends Query>(query: Q): Q {
  if (query.model !== SESSION || query.where === undefined) return query;
  return { ...query, where: query.where.map(hashCondition) };
}

function hashCondition(condition: Where): Where {
  const { field, value } = condition;
  if (field !== TOKEN) return condition;
  if (typeof value === 'string') return { ...condition, value: hashText(value) };
  if (Array.isArray(value)) return { ...condition, value: value.map((token) => hashText(String(token))) };
  return condition;
}

/** The one token a query asks for, else null. */
function tokenOf(query: Query): string | null {
  if (query.model !== SESSION) return null;
  const condition = query.where?.find(({ field, operator }) => field === TOKEN && (operator === undefined || operator === 'eq'));
  return typeof condition?.value === 'string' ? condition.value : null;
}

function withToken<T>(row: T, token: string | null): T {
  return row === null || token === null ? row : { ...row, [TOKEN]: token };
}
