import { compact, type RawSearch, readId, readText } from '../../ui/search-params.ts';

export type SettingsSearch = {
  /** The form whose fields are shown. */
  form?: number;
  /** What is looked for among the fields. */
  q?: string;
  /** What the audit log is narrowed to: a kind of thing, a person's or key's name as `user:u1`, the days. */
  subject?: string;
  actor?: string;
  from?: string;
  to?: string;
};

/** The parameters of the address that are well formed. */
export function readSettingsSearch(raw: RawSearch): SettingsSearch {
  return compact({ form: readId(raw, 'form'), q: readText(raw, 'q'), subject: readText(raw, 'subject'), actor: readText(raw, 'actor'), from: readDay(raw, 'from'), to: readDay(raw, 'to') });
}

function readDay(raw: RawSearch, name: string): string | undefined {
  const text = readText(raw, name);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
