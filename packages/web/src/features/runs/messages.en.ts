/** Words of runs, in English. */
export const messages = {
  title: 'Runs',
  caption: 'Runs, newest first',
  run: 'Run',
  what: 'What',
  state: 'State',
  progress: 'Progress',
  started: 'Asked for',
  kind: { 'batch-calculate': 'Calculation', 'sync': 'Sync', 'import': 'Import', 'undo-import': 'Import taken back' },
  status: { queued: 'Waiting', running: 'Running', succeeded: 'Done', failed: 'Failed' },
  noneTitle: 'Nothing ran yet',
  noneText: 'Calculations, syncs and imports appear here, with what came of them.',
} as const;
