import type { SignedInUser, Visitor } from '../../access/caller.ts';
import { Failure } from '../../failures/failure.ts';

/** The person behind a request; throws `not_signed_in` for a key or nobody. */
export function signedInUser(visitor: Visitor): SignedInUser {
  if (visitor.user === null) throw new Failure('not_signed_in', 'This needs a signed-in person.');
  return visitor.user;
}
