import { formats } from '../formats.ts';

/** Words of exporting, in English. */
export const messages = {
  menu: 'Export',
  picture: 'Picture (PNG)',
  pdf: 'Pages (PDF, A4)',
  csv: 'Figures (CSV)',
  excel: 'Figures (Excel)',
  evolutionCsv: 'Day by day (CSV)',
  evolutionExcel: 'Day by day (Excel)',
  persona: 'Persona (JSON)',
  tableCsv: 'Export CSV',
  tableExcel: 'Export Excel',
  preparing: 'Exporting…',
  received: (bytes: number) => `Exporting, ${formats.bytes(bytes)} so far`,
  stop: 'Stop',
  done: (name: string) => `${name} is in your downloads.`,
  brokenOff: 'The export broke off, so no file was kept. Nothing else changed. Try again.',
  fileEdition: (edition: string) => `edition ${edition}`,
  footer: (at: string, edition: string | null, n: string | null) =>
    [`As of ${at}`, ...(edition === null ? [] : [`edition ${edition}`]), ...(n === null ? [] : [`n = ${n}`])].join(' · '),
};
