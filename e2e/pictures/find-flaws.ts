import type { Page } from 'playwright-core';

/** More than this moves under somebody's finger. Google calls 0.1 good; we aim at none. */
const MOST_SHIFT = 0.02;

/**
 * What is wrong with a page as it stands, one line a fault: it scrolls sideways, text is cut off, runs out of its chart or
 * over other text, or a value was never formatted. Empty: none of these.
 */
export function findFlaws(page: Page): Promise<string[]> {
  return page.evaluate(findInPage);
}

/** One line when something moved since the page was opened, which `watchShift` counted. To be asked before anything is clicked. */
export async function findShift(page: Page): Promise<string[]> {
  const { score, moved } = await page.evaluate(() => (globalThis as unknown as Shifting).likenessShift ?? { score: 0, moved: [] });
  return score > MOST_SHIFT ? [`moved while loading: ${score.toFixed(3)} (${[...new Set(moved)].slice(0, 4).join(', ')})`] : [];
}

type Shifting = { likenessShift?: { score: number; moved: string[] } };

/** Counts what moves from the first paint on, and which element it was. To be added before the page is opened. */
export async function watchShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shift = { score: 0, moved: [] as string[] };
    (globalThis as unknown as Shifting).likenessShift = shift;
    type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[]) {
        if (entry.hadRecentInput) continue;
        shift.score += entry.value;
        for (const { node } of entry.sources) if (node instanceof Element) shift.moved.push(`${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Runs inside the page, so it may use nothing from here. */
function findInPage(): string[] {
  const flaws = new Set<string>();
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) flaws.add(`scrolls sideways: ${scrollWidth} in ${clientWidth}`);
  const say = (element: Element): string => `"${(element.textContent ?? '').trim().slice(0, 60)}"`;
  const hasOwnText = (element: Element): boolean => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
  const isShown = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().width > 2;
  const isCode = (element: Element): boolean => element.closest('code, pre, textarea, script, style') !== null;

  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!(element instanceof HTMLElement) || !hasOwnText(element) || !isShown(element) || getComputedStyle(element).clipPath !== 'none') continue;
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
    // Two lines and an ellipsis are a choice: the whole stands elsewhere.
    if (webkitLineClamp !== 'none') continue;
    const isCutAcross = (overflowX === 'hidden' || overflowX === 'clip' || textOverflow === 'ellipsis') && element.scrollWidth > element.clientWidth + 1;
    const isCutDown = (overflowY === 'hidden' || overflowY === 'clip') && element.scrollHeight > element.clientHeight + 3;
    if (isCutAcross || isCutDown) flaws.add(`cut off: ${say(element)}`);
  }

  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter((text) => isShown(text) && (text.textContent ?? '').trim() !== '');
    const boxes = texts.map((text) => ({ text, box: text.getBoundingClientRect() }));
    for (const { text, box } of boxes) {
      const isOutside = box.left < frame.left - 2 || box.right > frame.right + 2;
      if (isOutside && getComputedStyle(svg).overflow !== 'visible') flaws.add(`runs out of its chart: ${say(text)}`);
    }
    for (const [index, { text, box }] of boxes.entries()) {
      const other = boxes.slice(index + 1).find((next) => next.box.left < box.right - 1 && next.box.right > box.left + 1 && next.box.top < box.bottom - 3 && next.box.bottom > box.top + 3);
      if (other !== undefined) flaws.add(`over other text: ${say(text)} and ${say(other.text)}`);
    }
  }

  for (const labels of new Set([...document.querySelectorAll('[class*=abels] > span')].map(({ parentElement }) => parentElement))) {
    const boxes = [...(labels?.children ?? [])].filter(isShown).map((label) => ({ label, box: label.getBoundingClientRect() })).toSorted((a, b) => a.box.left - b.box.left);
    for (const [index, { label, box }] of boxes.entries()) {
      const next = boxes[index + 1];
      if (next !== undefined && next.box.left < box.right - 1 && next.box.top < box.bottom - 3 && next.box.bottom > box.top + 3) flaws.add(`over other text: ${say(label)} and ${say(next.label)}`);
    }
  }

  const unformatted = /\bNaN\b|\bundefined\b|\bnull\b|\[object |Invalid Date|(?<![\d.])\d+\.\d{3,}(?![\d.])/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const hit = unformatted.exec(node.textContent ?? '');
    if (hit !== null && node.parentElement !== null && isShown(node.parentElement) && !isCode(node.parentElement)) flaws.add(`not formatted: "${hit[0]}" in ${say(node.parentElement)}`);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [alt]')) {
    for (const name of ['aria-label', 'title', 'alt']) {
      const hit = unformatted.exec(element.getAttribute(name) ?? '');
      if (hit !== null) flaws.add(`not formatted: "${hit[0]}" in ${name} "${element.getAttribute(name)?.slice(0, 60)}"`);
    }
  }
  return [...flaws];
}
