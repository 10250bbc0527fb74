import { LikenessError } from '@likeness/sdk';
import { messages } from '../messages.ts';

/** What went wrong, in the few ways that a page can react to. */
export type TroubleKind =
  | 'offline'
  | 'unreachable'
  | 'slow'
  | 'notAllowed'
  | 'notFound'
  | 'conflict'
  | 'tooMany'
  | 'refused'
  | 'tooLong'
  | 'busy'
  | 'failed'
  | 'crashed';

export type Trouble = {
  kind: TroubleKind;
  title: string;
  /** What happened and what is safe. For a refused request the server's own reason. */
  text: string;
  /** Values that were not right, with their places: for the fields of a form. */
  problems: readonly { path: string; message: string; row?: number }[];
  /** Finds the request in the server's log; null when it did not get there. */
  requestId: string | null;
  /** Whether the same request may succeed later without anything being changed. */
  isRetryable: boolean;
};

const RETRYABLE = new Set<TroubleKind>(['offline', 'unreachable', 'slow', 'tooMany', 'busy', 'failed', 'crashed']);

/**
 * What a failed request, or a fault of the page itself, means for whoever looks at it: the one place that decides.
 *
 * @example toTrouble(new LikenessError({ code: 'edited_meanwhile', … }, 412)).kind // 'conflict'
 */
export function toTrouble(error: unknown, isOnline: boolean = globalThis.navigator?.onLine ?? true): Trouble {
  const kind = toKind(error, isOnline);
  const words = messages.trouble[kind];
  const refusal = error instanceof LikenessError ? error : null;
  return {
    kind,
    title: words.title,
    text: kind === 'refused' && refusal !== null ? refusal.message : words.text,
    problems: refusal?.problems ?? [],
    requestId: refusal?.requestId ?? null,
    isRetryable: RETRYABLE.has(kind),
  };
}

/**
 * The same for a change that was asked for and did not happen: the words say that, and that nothing typed is lost.
 *
 * @example toChangeTrouble(new LikenessError({ code: 'internal', … }, 500)).title // 'It was not done'
 */
export function toChangeTrouble(error: unknown, isOnline?: boolean): Trouble {
  const trouble = toTrouble(error, isOnline);
  const { change } = messages.trouble;
  return trouble.kind === 'failed' || trouble.kind === 'conflict' || trouble.kind === 'notFound' ? { ...trouble, ...change[trouble.kind] } : trouble;
}

function toKind(error: unknown, isOnline: boolean): TroubleKind {
  if (error instanceof LikenessError) return error.code === 'takes_too_long' ? 'tooLong' : toKindOfStatus(error.status);
  if (error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')) return 'slow';
  // What `fetch` throws when no answer came; everything else is a fault of ours.
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) return isOnline ? 'unreachable' : 'offline';
  return 'crashed';
}

function toKindOfStatus(status: number): TroubleKind {
  switch (status) {
    case 403:
      return 'notAllowed';
    case 404:
      return 'notFound';
    case 412:
      return 'conflict';
    case 429:
      return 'tooMany';
    case 502:
    case 503:
    case 504:
      return 'busy';
    default:
      return status >= 500 ? 'failed' : 'refused';
  }
}
