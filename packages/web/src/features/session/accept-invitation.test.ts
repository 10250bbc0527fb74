import { expect, it } from 'vitest';
import { findInvitationToken } from './accept-invitation.ts';

it.each([
  ['/invitation', '#token=abc', 'abc'],
  ['/invitation', '#token=a%2Bb', 'a+b'],
  ['/invitation', '', null],
  ['/', '#token=abc', null],
])('the token of %s%s is %s', (pathname, hash, token) => {
  expect(findInvitationToken({ pathname, hash })).toBe(token);
});
