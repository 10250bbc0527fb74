import { formats } from '../../ui/formats.ts';
import { pluralIn } from '../../ui/i18n/plural.ts';

const plural = pluralIn('en');
const people = (count: number): string => plural(count, { one: '1 person', other: `${formats.count(count)} people` });

/** Words of the portfolio, in English. */
export const messages = {
  title: 'Portfolio',
  levelLabel: 'Counts as covered',
  levelNames: { match: (from: string) => `Match ${from}+`, strong: (from: string) => `Strong ${from}+`, every_rule: () => 'Every rule' },
  persona: 'Persona',
  people: 'People',
  none: '–',
  asOf: (at: string) => `As of ${at} · each respondent counted once, by the latest response`,
  noneTitle: 'No active persona',
  noneText: 'Activate a persona, and see here whom all of them together stand for.',
  toPersonas: 'To the personas',
  noResponsesTitle: 'No responses yet',
  noResponsesText: 'Import a survey file, and see here whom your personas stand for and whom they miss.',
  importFile: 'Import a file',
  noResponsesInRangeTitle: 'No responses in this time',
  noResponsesInRangeText: 'Nobody answered in these days. Figures of other days are there.',
  showAll: 'Show all days',

  answer: {
    label: 'The answer',
    active: (count: number) => plural(count, { one: 'One active persona', other: `${formats.count(count)} active personas` }),
    respondents: (count: number) => plural(count, { one: '1 respondent', other: `${formats.count(count)} respondents` }),
    days: (first: string, last: string) => `, ${first} to ${last}`,
    heading: (personas: string, respondents: string, days: string) => `${personas}, ${respondents}${days}`,
    standFor: (count: number) => (count === 1 ? 'Your persona stands for ' : 'Together your personas stand for '),
    inHundred: (low: string, high: string) => (low === high ? `about ${low} in 100` : `${low} to ${high} in 100`),
    how: { match: ' respondents. ', strong: ' respondents strongly. ', every_rule: ' respondents in every rule. ' },
    already: (count: number, percent: string) => (count === 1 ? `One of them alone reaches ${percent}. ` : `${formats.count(count)} of them already reach ${percent}. `),
    people,
    haveNobody: (count: number) => (count === 1 ? ' has nobody.' : ' have nobody.'),
    everybody: 'Everybody has somebody.',
    tooFew: {
      match: (covered: string, n: string) => `Too few to tell: ${covered} of ${n} match a persona.`,
      strong: (covered: string, n: string) => `Too few to tell: ${covered} of ${n} match a persona strongly.`,
      every_rule: (covered: string, n: string) => `Too few to tell: ${covered} of ${n} match every rule of a persona.`,
    },
    levels: { match: 'At least a match', strong: 'Strong', every_rule: 'Every rule of one' },
    from: (threshold: string) => `score ${threshold}+`,
    definition: {
      match: 'Respondents who match at least one active persona, at or above the moderate threshold.',
      strong: 'Respondents who match at least one active persona strongly.',
      every_rule: 'Respondents who pass every rule of at least one active persona.',
    },
    method: 'Each respondent counts once, by the latest response of these days. The interval is Wilson’s, at 95 %.',
    seeMissing: 'See the people it misses',
  },

  warnings: {
    title: (count: number) => plural(count, { zero: 'Nothing to change', one: 'One warning', other: `${formats.count(count)} warnings` }),
    decided: 'How they are decided',
    howDecided: 'Too similar: nine in ten of the smaller persona also match the other, and it alone reaches fewer than 1 in 100. Adds almost nobody: it alone reaches fewer than 1 in 100. Too broad: under three rules, or coverage above 85 %. These look at matches; “too few” looks at the level chosen above.',
    fine: 'No two personas are nearly the same people, and each reaches people whom no other reaches.',
    too_similar: {
      title: (a: string, b: string) => `${a} and ${b} are nearly the same people.`,
      advice: 'Look at them side by side before you keep both.',
    },
    adds_almost_nobody: {
      title: (a: string, _b: string) => `${a} adds almost nobody.`,
      advice: 'Drop it, or change its rules.',
    },
    too_broad: {
      title: (a: string, _b: string) => `${a} fits nearly everyone, or asks too little.`,
      advice: 'Tighten it, or it hides the gap.',
    },
    few: {
      title: (name: string, level: string) => `${name}: too few people (${level.toLowerCase()}).`,
      advice: (n: string) => `n = ${n}. See which of its rules keeps people out.`,
    },
    all: (count: number) => `Show all ${formats.count(count)}`,
    fewer: 'Show fewer',
    both: 'People in both',
    rules: 'See rules',
  },

  coverage: {
    title: 'Union coverage',
    caption: 'Ordered so that each step adds the most',
    bar: (parts: string) => `Share of respondents that each persona adds: ${parts}`,
    part: (name: string, percent: string) => `${name} ${percent}`,
    nobody: 'nobody',
    nobodyStands: 'Nobody stands for them',
    alone: { match: 'Matches on its own', strong: 'Strong on its own', every_rule: 'Every rule on its own' },
    where: 'Where it adds, of all respondents',
    adds: 'Adds',
    union: 'Union',
    lost: 'Lost if removed',
    describe: 'Describe them',
    low: 'Low, %',
    high: 'High, %',
    onlyPeople: (name: string) => `The people whom only ${name} reaches`,
  },

  overlap: {
    title: 'Overlap',
    caption: {
      match: 'Of 100 respondents who match the row, so many also match the column.',
      strong: 'Of 100 respondents who strongly match the row, so many also match the column.',
      every_rule: 'Of 100 respondents who pass every rule of the row, so many also pass every rule of the column.',
    },
    row: 'Of those who match',
    column: 'also match',
    both: 'People in both',
    share: 'Share, %',
    diagonal: 'Diagonal: n',
    few: 'fewer than 30 people in both',
    cell: (row: string, column: string, both: string, ofRow: string) => `${both} of ${ofRow} who match ${row} also match ${column}`,
    one: 'One active persona overlaps with nobody. Activate a second one to compare them.',
  },

  combinations: {
    title: 'Who matches which combination',
    caption: (shown: number, total: number, rest: number) =>
      total <= shown
        ? 'Each respondent is counted once.'
        : `Each respondent is counted once. The ${formats.count(shown)} largest of ${formats.count(total)} combinations; ${people(rest)} ${rest === 1 ? 'is' : 'are'} in the rest.`,
    nobody: 'nobody',
    exactly: (count: string, names: string) => `${count} people: ${names}`,
    combination: 'Combination',
    and: ' and ',
  },

  gap: {
    title: 'The people nobody stands for',
    ofAll: (percent: string, n: string, range: string) => `${percent} of ${n} · ${range}`,
    mostly: (answer: string, people: string, others: string) => `${people} say “${answer}”, against ${others} of everyone else.`,
    draft: 'Draft a persona from them',
    draftName: (answer: string) => `Nobody’s: ${answer}`,
    see: 'See people',
    apart: 'What sets them apart',
    largest: 'Largest difference first; only differences larger than chance',
    these: 'these people, with 95 % interval',
    everyone: 'everyone else',
    not: (percent: string) => `not ${percent}`,
    answer: 'Answer',
    question: 'Question',
    theirs: 'Of them, %',
    othersShare: 'Of everyone else, %',
    n: 'n',
    nothing: 'No answer sets them apart by more than chance.',
    tooFew: (n: string) => `Too few to tell what sets them apart: ${n}. From 30 on it is said here.`,
    nobody: 'Everybody fits a persona at this level.',
  },

  list: {
    gap: 'Nobody stands for them',
    exactly: (names: string) => `Only ${names}`,
    atLeast: (names: string) => `In both: ${names}`,
    answers: 'Answers',
  },
} as const;
