import { formats } from '../formats.ts';

/** Words of rules, in English. */
export const messages = {
  groups: {
    all: { name: 'all of', opening: (count: number) => (count === 1 ? '' : 'all of:'), joint: 'and', empty: 'all of: nothing yet' },
    any: { name: 'any of', opening: (count: number) => (count === 1 ? '' : 'any of:'), joint: 'or', empty: 'any of: nothing yet' },
    not: { name: 'none of', opening: (count: number) => (count === 1 ? 'not:' : 'none of:'), joint: 'or', empty: 'none of: nothing yet' },
  },
  tests: {
    is: 'is', in: 'is one of', has: 'has', anyOf: 'has any of', allOf: 'has all of', noneOf: 'has none of', atLeastOf: (count: number) => `has at least ${count} of`,
    contains: 'contains any of', mentions: 'mentions any of', answered: 'is answered', notAnswered: 'is not answered',
    between: 'between', and: 'and', atLeast: 'is at least', atMost: 'is at most', nothingYet: '… (choose)',
  },
  comma: ', ',
  more: (values: string, count: number) => `${values} and ${formats.count(count)} more`,
  yes: 'yes',
  no: 'no',
} as const;
