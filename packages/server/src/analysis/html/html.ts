/** Text that is HTML already. Made by `html` and `trustedCss` only. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in an `html` template: texts and numbers are escaped, HTML and lists of it are taken as they are, null is nothing. */
export type HtmlValue = string | number | Html | readonly Html[] | null;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * A piece of a page. Whatever is put in is escaped, in content and in quoted attributes, so that an answer or a name
 * can never become markup.
 *
 * @example html`<b title="${name}">${name}</b>`.text
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(strings.map((string, index) => string + toText(values[index] ?? null)).join(''));
}

/** Our own style sheet, which needs no escaping. */
export function trustedCss(css: string): Html {
  return new Html(css);
}

function toText(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  // NUL and other controls are no characters of HTML.
  return String(value).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '').replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD').toWellFormed();
}
