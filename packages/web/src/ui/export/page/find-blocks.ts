import type { Block } from './place-on-pages.ts';

const CARDS = 'section, article';

/** The parts of a sheet that must stay whole: each card, and whatever stands beside cards. */
export function findBlocks(content: HTMLElement, sheet: HTMLElement): Block[] {
  const origin = sheet.getBoundingClientRect();
  return listWhole(content).flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return width < 2 || height < 2 ? [] : [{ left: left - origin.left, top: top - origin.top, width, height }];
  });
}

function listWhole(element: Element): Element[] {
  return [...element.children].flatMap((child) => (child.matches(CARDS) || child.querySelector(CARDS) === null ? [child] : listWhole(child)));
}
