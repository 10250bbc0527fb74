import { compact, type RawSearch, readId, readText } from '../../ui/search-params.ts';

export type SettingsSearch = {
  /** The form whose fields are shown. */
  form?: number;
  /** The kind of thing that the audit log is narrowed to. */
  subject?: string;
};

/** The parameters of the address that are well formed. */
export function readSettingsSearch(raw: RawSearch): SettingsSearch {
  return compact({ form: readId(raw, 'form'), subject: readText(raw, 'subject') });
}
