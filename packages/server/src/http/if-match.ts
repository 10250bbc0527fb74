import { Failure } from '../failures/failure.ts';

/** A revision as an ETag: `"3"`. */
export function toEtag(revision: number): string {
  return `"${revision}"`;
}

/**
 * The revision a caller changed, from If-Match. `null` for `*` (whatever it is now).
 *
 * Throws `if_match_required` when the header is missing, `edited_meanwhile` when it is no ETag of ours.
 */
export function toExpectedRevision(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) {
    throw new Failure('if_match_required', 'Send If-Match with the ETag you were given, so that nobody else’s change is lost.');
  }
  if (ifMatch.trim() === '*') return null;
  const revision = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(ifMatch)?.[1];
  if (revision === undefined) throw new Failure('edited_meanwhile', 'This ETag is of no revision of this.');
  return Number(revision);
}
