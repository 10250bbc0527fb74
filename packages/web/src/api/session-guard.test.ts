import { expect, it } from 'vitest';
import { createSessionGuard, withSession } from './session-guard.ts';

const request = () => new Request('http://localhost/api/forms', { method: 'POST', body: '{"name":"typed"}' });

/** A server that refuses until `isOpen`, and keeps what it was sent. */
function serverThatForgot() {
  const server = { isOpen: false, bodies: [] as string[] };
  const send = async (sent: Request): Promise<Response> => {
    server.bodies.push(await sent.text());
    return new Response(null, { status: server.isOpen ? 201 : 401 });
  };
  return { server, send };
}

it('sends a refused request again, with its body, when somebody has signed in', async () => {
  const guard = createSessionGuard();
  guard.begin();
  const { server, send } = serverThatForgot();
  const told: boolean[] = [];
  guard.subscribe(() => told.push(guard.isWaiting()));
  const answers = [withSession(send, guard)(request()), withSession(send, guard)(request())];
  while (!guard.isWaiting()) await Promise.resolve();
  server.isOpen = true;
  guard.resume();
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([201, 201]);
  expect(new Set(server.bodies)).toEqual(new Set(['{"name":"typed"}']));
  expect([told.at(0), told.at(-1)]).toEqual([true, false]);
});

it('hands a refusal on when nobody was signed in, and when the request is given up', async () => {
  const { send } = serverThatForgot();
  expect((await withSession(send, createSessionGuard())(request())).status).toBe(401);
  const guard = createSessionGuard();
  guard.begin();
  const controller = new AbortController();
  const answer = withSession(send, guard)(new Request('http://localhost/api/forms', { signal: controller.signal }));
  while (!guard.isWaiting()) await Promise.resolve();
  controller.abort();
  expect((await answer).status).toBe(401);
});
