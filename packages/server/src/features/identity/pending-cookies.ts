import type { FastifyReply, FastifyRequest } from 'fastify';

/** Cookies that become due while finding out who is asking, long before there is an answer to put them on. */
export type PendingCookies = {
  add(request: FastifyRequest, cookies: string[]): void;
  /** Puts the cookies of a request on its answer, beside those it has. */
  attach(request: FastifyRequest, reply: FastifyReply): void;
};

export function createPendingCookies(): PendingCookies {
  const pending = new WeakMap<FastifyRequest, string[]>();
  return {
    add: (request, cookies) => void pending.set(request, [...(pending.get(request) ?? []), ...cookies]),
    attach: (request, reply) => {
      for (const cookie of pending.get(request) ?? []) void reply.header('set-cookie', cookie);
    },
  };
}
