/** Words of a rule said in a line, in English. */
export const messages = {
  between: (low: string, high: string) => `${low} to ${high}`,
  atLeast: (low: string) => `${low} or more`,
  atMost: (high: string) => `${high} or less`,
  is: (attribute: string, test: string) => `${attribute}: ${test}`,
  or: ' or ',
  and: ' and ',
  allOf: (list: string) => `all of ${list}`,
  noneOf: (list: string) => `none of ${list}`,
  atLeastOf: (count: string, list: string) => `at least ${count} of ${list}`,
  contains: (list: string) => `contains ${list}`,
  mentions: (list: string) => `mentions ${list}`,
  answered: 'answered',
  not: (rule: string) => `not (${rule})`,
  yes: 'yes',
  no: 'no',
} as const;
