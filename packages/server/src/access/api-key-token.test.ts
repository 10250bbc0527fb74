import { describe, expect, it } from 'vitest';
import { newApiKeyToken, parseApiKeyToken } from './api-key-token.ts';
import { hashToken, isSameToken } from './secret-token.ts';

describe('parseApiKeyToken', () => {
  it('reads every key that was made', () => {
    for (let i = 0; i < 200; i++) {
      const key = newApiKeyToken();
      expect(parseApiKeyToken(key.token)).toEqual(key);
    }
  });

  const { token } = newApiKeyToken();
  it.each(['', 'lk_', 'lk_abc_def', ` ${token}`, `${token} `, `${token}\n`, token.slice(0, -1), `${token}a`, token.toUpperCase(), token.replace('lk_', 'sk_')])(
    'answers null for %j',
    (text) => {
      expect(parseApiKeyToken(text)).toBeNull();
    },
  );
});

describe('isSameToken', () => {
  it('is true for the very secret and false for any other', () => {
    expect(isSameToken('secret', hashToken('secret'))).toBe(true);
    expect(isSameToken('secret ', hashToken('secret'))).toBe(false);
    expect(isSameToken('secret', Buffer.from('too short'))).toBe(false);
  });
});
