/** What a page that is taken away says of itself. */
export type PageAbout = {
  /** Of the persona, or of the page. */
  name: string;
  /** Under the name at the top, as the days that are looked at; null when the page itself begins with its name. */
  subtitle: string | null;
  /** As of when its figures are; null: now. */
  asOf: Date | null;
  /** The tenant's, in which `asOf` is written. */
  timeZone: string | undefined;
  edition: number | null;
  /** How many people stand behind the figures; null when that is not known. */
  n: number | null;
};

/** The element that is taken away: the one of the page with `data-export-page`. */
export function findPage(): HTMLElement {
  const page = document.querySelector<HTMLElement>('[data-export-page]');
  if (page === null) throw new Error('There is no page to export.');
  return page;
}
