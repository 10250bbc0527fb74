/** Words of a persona's Analytics tab, in English. */
export const messages = {
  totalResponses: 'Total Responses',
  averageMatch: 'Avg Match Score',
  coverage: 'Coverage',
  strongMatches: 'Strong Matches',
  noRulesTitle: 'No rules yet',
  noRulesText: 'Without rules there is nothing to score. Add the first one on the Canvas.',
} as const;
