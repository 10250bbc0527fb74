import { createClient, type LikenessClient, unwrap } from '@likeness/sdk';

/** A person's session, as a browser would hold it: the cookies, and clients that send them. */
export type PersonSession = { cookies: string; clientFor(tenantId?: number): LikenessClient };

/** Opens a one-time link and keeps the cookies that it gives. Throws when the link does not sign in. */
export async function signInWithLink(link: string): Promise<PersonSession> {
  const { origin } = new URL(link);
  const response = await fetch(link, { redirect: 'manual' });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  if (cookies === '') throw new Error(`The link gave no session: ${response.status} to ${response.headers.get('location') ?? 'nowhere'}`);
  return {
    cookies,
    clientFor: (tenantId) =>
      createClient({
        baseUrl: origin,
        ...(tenantId !== undefined && { tenantId }),
        fetch: (request) => {
          request.headers.set('cookie', cookies);
          return fetch(request);
        },
      }),
  };
}

/** A program's client: makes an API key with every scope in the session's tenant, and uses nothing but that key. */
export async function makeKeyClient(baseUrl: string, session: LikenessClient): Promise<LikenessClient> {
  const body = { name: 'End-to-end tests', scopes: ['read' as const, 'submit' as const, 'write' as const, 'admin' as const] };
  const { secret } = unwrap(await session.POST('/api/api-keys', { body }));
  return createClient({ baseUrl, apiKey: secret });
}
