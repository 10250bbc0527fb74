/** Whether a client asked not to wait (RFC 7240), as in `Prefer: respond-async, wait=10`. */
export function prefersAsync(prefer: string | undefined): boolean {
  return prefer?.split(',').some((preference) => preference.trim().toLowerCase() === 'respond-async') ?? false;
}
