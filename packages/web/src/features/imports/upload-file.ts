import { LikenessError } from '@likeness/sdk';
import { sessionGuard } from '../../api/session-guard.ts';
import type { Import } from './recognition.ts';

const UNAUTHORISED = 401;

/**
 * Brings a file to the server and answers the import it became. `onProgress` gets the share that has arrived (0..1).
 *
 * `fetch` cannot say how much was sent, so this asks with XMLHttpRequest. When the session has ended it waits for somebody
 * to sign in and sends the file again. Throws `LikenessError` with what was seen for a refused file, and an AbortError
 * when it is given up.
 */
export async function uploadFile(file: File, onProgress: (ratio: number) => void, signal: AbortSignal): Promise<Import> {
  const first = await send(file, onProgress, signal);
  if (first.status !== UNAUTHORISED) return read(first);
  await sessionGuard.ask(signal);
  return read(await send(file, onProgress, signal));
}

type Answer = { status: number; body: unknown };

function read({ status, body }: Answer): Import {
  if (status !== 201) throw new LikenessError(body, status);
  return body as Import;
}

function send(file: File, onProgress: (ratio: number) => void, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);
    request.open('POST', '/api/imports');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => resolve({ status: request.status, body: parse(request.responseText) }));
    // The words that `fetch` uses, so that both are told apart from other faults in the same way.
    request.addEventListener('error', () => reject(new TypeError('fetch failed: the network broke')));
    request.addEventListener('abort', () => reject(new DOMException('The upload was given up', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
