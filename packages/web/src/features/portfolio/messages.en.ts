/** Words of the portfolio, in English. */
export const messages = {
  title: 'Portfolio',
  caption: 'Active personas with whom they stand for',
  cardTitle: 'Coverage of each persona',
  persona: 'Persona',
  coverage: 'Coverage',
  strong: 'Strong',
  unique: 'Only this one',
  noneTitle: 'No active persona',
  noneText: 'Activate a persona, and see here whom all of them together stand for.',
} as const;
