import type { Locator } from 'playwright-core';

/** Live figures arrive within a few seconds; a slow machine needs a few more. */
const SHOWN_WITHIN_MS = 15_000;

/** Whether this appears on the page in time. */
export function isShown(place: Locator): Promise<boolean> {
  return place.first().waitFor({ timeout: SHOWN_WITHIN_MS }).then(() => true, () => false);
}
