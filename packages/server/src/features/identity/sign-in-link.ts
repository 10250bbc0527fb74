import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** What a link's token is kept under; the library stores the SHA-256 of it. */
export function signInLinkIdentifier(token: string): string {
  return `sign-in-link:${token}`;
}

/**
 * Signing in with the token of a one-time link. The token is gone with the first try, whoever tries it, and so is one
 * whose time is over; both answer 401.
 */
export function signInLink() {
  return {
    id: 'sign-in-link',
    endpoints: {
      signInWithLink: createAuthEndpoint('/sign-in/link', { method: 'POST', body: z.object({ token: z.string().min(1).max(200) }) }, async (ctx) => {
        const { internalAdapter } = ctx.context;
        const link = await internalAdapter.consumeVerificationValue(signInLinkIdentifier(ctx.body.token));
        const user = link === null ? null : await internalAdapter.findUserById(link.value);
        if (user === null) throw new APIError('UNAUTHORIZED');
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ user: { id: user.id } });
      }),
    },
  } satisfies BetterAuthPlugin;
}
