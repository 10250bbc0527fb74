import type { Page } from 'playwright-core';

/** What the Tab key did on a page. */
export type Walk = {
  /** Whether it came to the end of the page and out of it. */
  hasLeft: boolean;
  /** What can be used and was never reached. */
  missed: string[];
  /** What had the focus without showing it. */
  invisible: string[];
};

const AT_MOST = 500;

/** Goes through a page by Tab alone, from its beginning until it leaves it, at most 500 steps. */
export async function walkByTab(page: Page): Promise<Walk> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    // Where Tab begins is where a selection stands; a page that moved the focus to its heading has one there.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const invisible = new Set<string>();
  for (let step = 0; step < AT_MOST; step += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(lookAtFocus);
    if (seen === null) return { hasLeft: true, missed: await page.evaluate(findMissed), invisible: [...invisible] };
    if (!seen.isVisible) invisible.add(seen.name);
  }
  return { hasLeft: false, missed: [], invisible: [...invisible] };
}

/** Runs in the page: marks what has the focus; null when nothing has it, or it was there before. */
function lookAtFocus(): { name: string; isVisible: boolean } | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body || element.dataset['walked'] === 'yes') return null;
  element.dataset['walked'] = 'yes';
  // What stands for a hidden field, as the label of a radio, shows the focus in its place.
  const shown = [element, element.parentElement, element.nextElementSibling, element.closest('label'), element.closest('tr')];
  const isVisible = shown.some((each) => {
    if (each === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || (each !== element.parentElement && boxShadow.includes('px 2px'));
  });
  return { name: element.outerHTML.slice(0, 160), isVisible };
}

/** Runs in the page: what can be used by a mouse, is shown, and was not reached. One of a group of radios or tabs is enough. */
function findMissed(): string[] {
  const usable = 'a[href], button:not(:disabled), input:not(:disabled):not([type=hidden]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';
  return [...document.querySelectorAll<HTMLElement>(usable)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert], [aria-hidden="true"]') === null)
    .filter((element) => element.dataset['walked'] !== 'yes' && element.tabIndex >= 0 && !(element instanceof HTMLInputElement && element.type === 'radio'))
    .map((element) => element.outerHTML.slice(0, 160));
}
