import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { BrowserContext } from 'playwright-core';
import { clientOfContext } from './client-of-context.ts';
import { world } from './world.ts';

/** Somebody of the tenant at hand: a browser, and a client with its session. Whoever asks for it closes the browser. */
export type Member = { context: BrowserContext; client: LikenessClient };

/** Invites somebody new to the tenant of the world with this role, and lets them join. */
export async function joinAs(role: 'viewer' | 'editor' | 'owner'): Promise<Member> {
  const { browser, likeness, session } = world();
  const email = `${role}-${Date.now()}@example.com`;
  const { link } = unwrap(await session.POST('/api/invitations', { body: { email, role } }));
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token');
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport: { width: 1280, height: 800 } });
  for (const [address, data] of [
    ['/api/auth/sign-up', { token, name: `Some ${role}`, password: 'a long enough phrase' }],
    ['/api/invitations/accept', { token }],
  ] as const) {
    const answer = await context.request.post(likeness.url + address, { data, headers: { origin: likeness.url } });
    if (!answer.ok()) throw new Error(`${role} could not join: ${answer.status()} ${await answer.text()}`);
  }
  return { context, client: await clientOfContext(context, likeness.url) };
}
