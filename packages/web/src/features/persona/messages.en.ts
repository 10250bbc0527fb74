/** Words of a persona's Canvas tab, in English. */
export const messages = {
  about: 'About',
  noText: 'Nothing is written about this persona yet.',
  rules: 'Mapping rules',
  noRulesTitle: 'No rules yet',
  noRulesText: 'Without rules there is nothing to score.',
} as const;
