import type { FastifyRequest } from 'fastify';
import type { SignedInUser } from '../../access/caller.ts';
import { toDatabaseError } from '../../db/sql-states.ts';
import type { Auth } from './auth.ts';
import type { PendingCookies } from './pending-cookies.ts';

const SESSION_COOKIE = /(?:^|;\s*)refresh_token=/;

/** Who a request's cookies belong to. */
export type SessionReader = {
  hasCookie(request: FastifyRequest): boolean;
  /** The person signed in; null for cookies that are forged, over, or of a session that was ended. */
  find(request: FastifyRequest): Promise<SignedInUser | null>;
};

/**
 * Reads sessions: a fresh `access_token` is believed by its signature, otherwise the session is looked up and the cookie
 * renewed with the answer. Throws a `DatabaseError` when the database is away: that is no reason to sign anybody out.
 */
export function createSessionReader(auth: Auth, cookies: PendingCookies): SessionReader {
  return {
    hasCookie: (request) => SESSION_COOKIE.test(request.headers.cookie ?? ''),
    async find(request) {
      const headers = new Headers({ cookie: request.headers.cookie ?? '' });
      const { headers: renewed, response } = await auth.api.getSession({ headers, returnHeaders: true }).catch((error: unknown) => {
        throw error instanceof Error && error.cause !== undefined ? toDatabaseError(error.cause) : toDatabaseError(error);
      });
      cookies.add(request, renewed.getSetCookie());
      return response === null ? null : { id: response.user.id, name: response.user.name, email: response.user.email };
    },
  };
}
