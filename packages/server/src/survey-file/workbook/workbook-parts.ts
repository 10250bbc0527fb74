import { SurveyFileError } from '../survey-file-error.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A worksheet as the workbook lists it. `path` is its place in the archive. */
export type WorkbookSheet = { name: string; path: string; isHidden: boolean };

const CONTAINERS: [RegExp, string][] = [
  [/^xl\/workbook\.bin$/, 'This is a binary workbook (.xlsb). Save it as .xlsx or CSV and use that file.'],
  [/^word\/document\.xml$/, 'This is a Word document, not a table of responses.'],
  [/^ppt\/presentation\.xml$/, 'This is a slide deck, not a table of responses.'],
  [/^content\.xml$/, 'This is an OpenDocument file. Save it as .xlsx or CSV and use that file.'],
  [/^Index\/.*\.iwa$/, 'This is an Apple Numbers file. Export it as Excel or CSV and use that file.'],
];

/**
 * Refuses an archive that is no workbook, in words that say what it holds instead.
 * @throws {SurveyFileError} `archive`.
 */
export function requireWorkbook(entries: readonly ZipEntry[]): void {
  if (entries.some((entry) => entry.path === 'xl/workbook.xml')) return;
  const known = CONTAINERS.find(([pattern]) => entries.some((entry) => pattern.test(entry.path)));
  if (known !== undefined) throw new SurveyFileError('archive', known[1]);
  const names = entries.slice(0, 3).map((entry) => `"${entry.path.slice(0, 60)}"`).join(', ');
  const more = entries.length > 3 ? ' and others' : '';
  throw new SurveyFileError('archive', `This is a ZIP archive with ${entries.length} files (${names}${more}), not a workbook. Unpack it and use the file with the responses.`);
}

/**
 * The worksheets of a workbook in their order, chart sheets left out.
 * Both arguments are XML text; parts that declare a document type must have been refused before.
 */
export function listSheets(workbookXml: string, relationsXml: string): WorkbookSheet[] {
  const targets = new Map<string, string>();
  for (const [tag] of relationsXml.matchAll(/<Relationship\b[^>]*>/g)) {
    const target = attribute(tag, 'Target');
    if (/\/worksheet"/.test(tag)) targets.set(attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return [...workbookXml.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].flatMap(([tag]) => {
    const path = targets.get(attribute(tag, 'r:id'));
    return path === undefined ? [] : [{ name: unescapeXml(attribute(tag, 'name')), path, isHidden: /\bstate="(?:hidden|veryHidden)"/.test(tag) }];
  });
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
