import { compact, type RawSearch, readChoice, readId } from '../../ui/search-params.ts';

export type ImportsSearch = {
  /** The import that is worked on. */
  import?: number;
  /** Which columns are shown: all of them, or those to look at. */
  show?: 'check';
};

/** The parameters of the address that are well formed. */
export function readImportsSearch(raw: RawSearch): ImportsSearch {
  return compact({ import: readId(raw, 'import'), show: readChoice(raw, 'show', ['check']) });
}
