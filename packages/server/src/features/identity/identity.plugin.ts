import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidInput, Failure } from '../../failures/failure.ts';
import { toFieldProblems } from '../../http/register-operation.ts';
import { assertSameOrigin } from './same-origin.ts';
import type { PendingCookies } from './pending-cookies.ts';
import type { SignUpService } from './sign-up.service.ts';
import { TooManyAttempts, type Cookies, type Origin, type SignInService } from './sign-in.service.ts';

const Credentials = z.object({ email: z.string().trim().min(1).max(320), password: z.string().min(1).max(128) });
const Passwords = z.object({ currentPassword: z.string().min(1).max(128).optional(), newPassword: z.string().min(1).max(1000) });
const SignUp = z.object({ token: z.string().min(1).max(200), name: z.string().trim().min(1).max(200), password: z.string().min(1).max(1000) });
const LinkQuery = z.object({ token: z.string().min(1).max(200) });

/** Where a browser lands when its one-time link was used already; the first page explains it. */
const USED_LINK_PAGE = '/?sign-in-link=used';

type Dependencies = { signIn: SignInService; signUp: SignUpService; cookies: PendingCookies; publicUrl: string };

/**
 * The routes of signing in and out, which are no operations of the contract because they deal in cookies:
 *
 * - `POST /api/auth/sign-in/email` `{email, password}`: 204 and the cookies, 401, or 429 with Retry-After
 * - `POST /api/auth/sign-up` `{token, name, password}`: an account for the holder of an invitation, signed in; 204
 * - `POST /api/auth/sign-out`: 204
 * - `POST /api/auth/change-password` `{currentPassword?, newPassword}`: 204; ends the person's other sessions
 * - `GET /sign-in?token=...`: a one-time link; 303 to the first page
 *
 * Answers never hold a session's token; it is in cookies that scripts cannot read. Register it at the root, before the
 * operations: it also puts renewed cookies on their answers.
 */
export function identityPlugin({ signIn, signUp, cookies, publicUrl }: Dependencies): FastifyPluginAsync {
  const plugin: FastifyPluginAsync = async (app) => {
    app.addHook('onSend', async (request, reply) => cookies.attach(request, reply));

    app.post('/api/auth/sign-in/email', async (request, reply) => {
      assertSameOrigin(request, publicUrl);
      const credentials = parse(Credentials, request.body);
      return sendCookies(reply, withRetryAfter(reply, signIn.signInWithPassword(originOf(request), credentials)));
    });

    app.post('/api/auth/sign-up', async (request, reply) => {
      assertSameOrigin(request, publicUrl);
      return sendCookies(reply, signUp.signUp(originOf(request), parse(SignUp, request.body)));
    });

    app.post('/api/auth/sign-out', async (request, reply) => {
      assertSameOrigin(request, publicUrl);
      return sendCookies(reply, signIn.signOut(originOf(request)));
    });

    app.post('/api/auth/change-password', async (request, reply) => {
      assertSameOrigin(request, publicUrl);
      const passwords = parse(Passwords, request.body);
      return sendCookies(reply, withRetryAfter(reply, signIn.changePassword(originOf(request), passwords)));
    });

    app.get('/sign-in', async (request, reply) => {
      const query = LinkQuery.safeParse(request.query);
      if (!query.success) return reply.redirect('/', 303);
      void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      try {
        void reply.header('set-cookie', await withRetryAfter(reply, signIn.signInWithLink(originOf(request), query.data.token)));
      } catch (error) {
        if (error instanceof Failure && error.code === 'invalid_credentials') return reply.redirect(USED_LINK_PAGE, 303);
        throw error;
      }
      return reply.redirect('/', 303);
    });
  };
  // Fastify's own mark for a plugin whose hooks are for its parent too, as fastify-plugin sets it.
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
}

function parse<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body ?? {});
  if (!result.success) throw invalidInput(toFieldProblems(result.error, ''));
  return result.data;
}

function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, userAgent: request.headers['user-agent'], cookie: request.headers.cookie };
}

async function sendCookies(reply: FastifyReply, cookies: Promise<Cookies>): Promise<FastifyReply> {
  return reply.header('set-cookie', await cookies).header('cache-control', 'no-store').status(204).send();
}

async function withRetryAfter<T>(reply: FastifyReply, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof TooManyAttempts) void reply.header('retry-after', String(error.retryAfterSeconds));
    throw error;
  });
}
