import { formats } from '../../formats.ts';
import { messages } from '../messages.ts';
import type { PageAbout } from './page-about.ts';
import classes from './sheet.module.css';

/** A copy of a page, out of sight, without whatever can be clicked: `content` with a head and the cards, and the footer's line. */
export type Sheet = { sheet: HTMLElement; content: HTMLElement; footer: HTMLElement; remove: () => void };

// What only makes sense where it can be clicked.
const CONTROLS = 'button, input, select, [role="button"], [role="radiogroup"], [role="tablist"], [role="toolbar"], a[download], a[data-variant], [data-export="skip"]';
// Buttons whose content is what the page says: the heads of sorted tables, a photo that can be exchanged.
const WRAPPED = 'th button, [data-export="unwrap"]';

/**
 * Copies a page for drawing: as wide as it is shown, every text in full, fields as their texts, controls left out.
 *
 * The copy is in the document, so that colours, fonts and the direction of writing are the page's own; `remove` takes it out.
 */
export function toSheet(page: HTMLElement, about: PageAbout & { asOf: Date }): Sheet {
  const copy = page.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('A page is an element.');
  copy.removeAttribute('data-export-page');
  writeFieldsOut(page, copy);
  for (const icon of copy.querySelectorAll('th button svg')) icon.remove();
  for (const wrapper of copy.querySelectorAll(WRAPPED)) wrapper.replaceWith(...wrapper.childNodes);
  for (const control of copy.querySelectorAll(CONTROLS)) control.remove();
  const host = make('div', classes.host);
  const sheet = make('div', classes.sheet);
  const content = make('div', classes.content);
  const footer = make('div', classes.footer, messages.footer(formats.instant(about.asOf, about.timeZone), toText(about.edition), toText(about.n)));
  if (about.subtitle !== null) content.append(toHead(about.name, about.subtitle));
  content.append(copy);
  sheet.append(content, footer);
  host.append(sheet);
  host.inert = true;
  host.setAttribute('aria-hidden', 'true');
  sheet.style.inlineSize = `${page.getBoundingClientRect().width + 2 * PADDING}px`;
  document.body.append(host);
  showInFull(sheet);
  return { sheet, content, footer, remove: () => host.remove() };
}

const PADDING = 24;

// What style sheets and variables say of shapes: a drawing takes only what is written on them.
const SHAPE_STYLES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'vector-effect', 'visibility',
  'font-family', 'font-size', 'font-weight', 'text-anchor', 'stop-color',
];


/** Fields become their texts. A title that nobody typed is its usual name, which is its placeholder. */
function writeFieldsOut(page: HTMLElement, copy: HTMLElement): void {
  const fields = [...page.querySelectorAll('textarea')];
  for (const [index, written] of [...copy.querySelectorAll('textarea')].entries()) {
    const field = fields[index];
    const text = field === undefined ? '' : field.value || (field.closest('header') === null ? '' : field.placeholder);
    const paragraph = make('div', `${written.className} ${classes.text}`, text);
    paragraph.dir = 'auto';
    if (text === '') written.remove();
    else written.replaceWith(paragraph);
  }
}

/** What scrolls on the page stands in full on the sheet, and the sheet grows as wide as the widest table. */
function showInFull(sheet: HTMLElement): void {
  for (const element of sheet.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, overflowY, position } = getComputedStyle(element);
    if (overflowX === 'auto' || overflowX === 'scroll' || overflowY === 'auto' || overflowY === 'scroll') {
      element.style.overflow = 'visible';
      element.style.maxBlockSize = 'none';
    }
    if (position === 'sticky') element.style.position = 'static';
  }
  for (const shape of sheet.querySelectorAll<SVGElement>('svg *')) {
    const styles = getComputedStyle(shape);
    for (const name of SHAPE_STYLES) shape.style.setProperty(name, styles.getPropertyValue(name));
  }
  if (sheet.scrollWidth > sheet.clientWidth) sheet.style.inlineSize = `${sheet.scrollWidth + PADDING}px`;
}

function toHead(name: string, subtitle: string): HTMLElement {
  const head = make('div', classes.head);
  head.append(make('div', classes.name, name), make('div', classes.subtitle, subtitle));
  return head;
}

function make(tag: 'div', className: string | undefined, text?: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className ?? '';
  if (text !== undefined) element.textContent = text;
  return element;
}

function toText(value: number | null): string | null {
  return value === null ? null : formats.count(value);
}
