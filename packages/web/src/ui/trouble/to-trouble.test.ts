import { LikenessError } from '@likeness/sdk';
import { describe, expect, it } from 'vitest';
import { toChangeTrouble, toTrouble } from './to-trouble.ts';

const refused = (status: number, code: string, detail = 'Because.') =>
  new LikenessError({ type: code, title: code, status, code, detail, request_id: 'req-1', errors: [{ path: 'name', message: 'is empty' }] }, status);

describe('toTrouble', () => {
  it.each([
    [refused(403, 'not_allowed'), 'notAllowed', false],
    [refused(404, 'not_found'), 'notFound', false],
    [refused(412, 'edited_meanwhile'), 'conflict', false],
    [refused(429, 'too_many_requests'), 'tooMany', true],
    [refused(422, 'invalid_input'), 'refused', false],
    [refused(500, 'internal'), 'failed', true],
    [refused(503, 'not_ready'), 'busy', true],
    [new DOMException('signal timed out', 'TimeoutError'), 'slow', true],
    [new TypeError('Failed to fetch'), 'unreachable', true],
    [new TypeError('Cannot read properties of undefined'), 'crashed', true],
  ])('%s is %s', (error, kind, isRetryable) => {
    expect(toTrouble(error, true)).toMatchObject({ kind, isRetryable });
  });

  it('knows when the machine itself is offline', () => {
    expect(toTrouble(new TypeError('Failed to fetch'), false).kind).toBe('offline');
  });

  it('says the server\'s reason for a refusal, with the places, and no inner words of a failure', () => {
    expect(toTrouble(refused(422, 'invalid_input', 'The name is empty.'))).toMatchObject({
      text: 'The name is empty.',
      problems: [{ path: 'name', message: 'is empty' }],
      requestId: 'req-1',
    });
    expect(toTrouble(refused(500, 'internal', 'at line 3')).text).not.toContain('line 3');
  });
});

describe('toChangeTrouble', () => {
  it('says of a change that it did not happen, and of everything else the same', () => {
    expect(toChangeTrouble(refused(500, 'internal'), true)).toMatchObject({ kind: 'failed', title: 'It was not done', isRetryable: true });
    expect(toChangeTrouble(refused(412, 'edited_meanwhile'), true).text).toContain('do it again');
    expect(toChangeTrouble(refused(429, 'too_many_requests'), true)).toEqual(toTrouble(refused(429, 'too_many_requests'), true));
  });
});
