/** Words of imports, in English. */
export const messages = {
  title: 'Imports',
  newTitle: 'Import a file',
  caption: 'Imports, newest first',
  file: 'File',
  state: 'State',
  rows: 'Rows',
  at: 'Uploaded',
  status: {
    uploading: 'Uploading', recognised: 'Recognised', refused: 'Refused', checked: 'Checked',
    importing: 'Importing', imported: 'Imported', failed: 'Failed', undone: 'Taken back',
  },
  newImport: 'Import a file',
  noneTitle: 'No imports yet',
  noneText: 'Bring a survey file: CSV, TSV or Excel. It is recognised first; nothing is stored before you say so.',
  uploadText: 'CSV, TSV or Excel. It is recognised first; nothing is stored before you say so.',
  recognised: (name: string) => `“${name}” was recognised.`,
} as const;
