import { compact, type RawSearch, readId } from '../../ui/search-params.ts';

export type ImportsSearch = {
  /** The import that is worked on. */
  import?: number;
};

/** The parameters of the address that are well formed. */
export function readImportsSearch(raw: RawSearch): ImportsSearch {
  return compact({ import: readId(raw, 'import') });
}
