import { formats } from '../../ui/formats.ts';
import { pluralIn } from '../../ui/i18n/plural.ts';

const plural = pluralIn('en');

/** Words of the persona gallery, in English. */
export const messages = {
  personas: {
    title: 'Personas',
    asOf: (respondents: string, responses: string, at: string) => `${respondents} respondents, ${responses} responses · as of ${at}`,
    status: { draft: 'Draft', active: 'Active', archived: 'Archived' },
    verdict: {
      'good': 'Good likeness',
      'fair': 'Fair likeness',
      'poor': 'Poor likeness',
      'too broad': 'Too broad to tell',
      'too few to tell': 'Too few to tell',
      'no rules yet': 'No rules yet',
      'not calculated': 'Not calculated yet',
    },
    says: {
      good: 'A real group: its traits meet clearly more often than chance would bring them.',
      fair: 'A loose group: its traits meet at least a little more often than by chance.',
      poor: 'Not shown to be a group: its traits may meet no more often than by chance.',
      nobodyStrong: 'Nobody matches it strongly. Few people have all these traits, if anybody.',
      fitsEveryone: 'Fits nearly everyone, so it tells little apart.',
      fewRules: 'Fewer than three rules say too little about a person.',
      tooFew: (matching: string, n: string, low: string, high: string) =>
        `${matching} of ${n} match, the truth may be ${low} to ${high} in 100.`,
      hidden: (n: string) => `${n} answered so far. Figures appear from 10 on.`,
      nobodyAsked: 'Nobody was asked yet.',
    },
    coverage: 'Coverage',
    strong: 'Strong',
    averageMatch: 'Avg match',
    everyRule: 'Every rule',
    onlyThisOne: 'Only this one',
    averageMatchTitle: 'Mean match score of all responses, 0 to 100',
    everyRuleTitle: 'Share of respondents who match every rule',
    onlyThisOneTitle: 'Share of respondents who match this persona and no other',
    fewerThanTen: 'fewer than 10',
    tooFew: 'too few',
    rules: (count: number) => plural(count, { one: '1 rule', other: `${formats.count(count)} rules` }),
    edition: (edition: number) => `edition ${edition}`,
    synced: (age: string) => `synced ${age}`,
    neverSynced: 'not synced yet',
    recalculating: (edition: number) => `Edition ${edition} is being calculated; these are the figures of the one before.`,
    noRulesTitle: 'Nothing to score',
    noRulesText: 'Add a rule and see at once how many people fit.',
    notCalculatedTitle: 'Not calculated yet',
    notCalculatedText: 'The figures appear here when the calculation is done.',
    none: '–',
  },

  portfolio: {
    label: 'All active personas together',
    heading: (count: number) => plural(count, { one: 'One active persona', other: `${formats.count(count)} active personas together` }),
    standsFor: 'They stand for ',
    standsForOne: 'It stands for ',
    inHundred: (low: string, high: string) => (low === high ? `about ${low} in 100` : `${low} to ${high} in 100`),
    strongly: ' respondents strongly. ',
    people: (count: string, isOne: boolean) => (isOne ? `${count} person` : `${count} people`),
    haveNobody: (isOne: boolean) => (isOne ? ' has no strong persona.' : ' have no strong persona.'),
    everybodyHasOne: 'Everybody has a strong persona.',
    tooFew: (strong: string, n: string) => `Too few to tell: ${strong} of ${n} have a strong persona.`,
    remarks: (count: number) => plural(count, { one: '1 warning', other: `${formats.count(count)} warnings` }),
    atLeastAMatch: 'At least a match',
    strong: 'Strong',
    everyRuleOfOne: 'Every rule of one',
    from: (threshold: string) => `score ${threshold}+`,
    gap: 'Gap, no strong persona',
    matchNobody: (count: string, isOne: boolean) => `${count} of them ${isOne ? 'matches' : 'match'} nobody at all`,
    noActive: 'No persona is active. Drafts and archived personas are not counted here.',
  },

  sample: (n: string) => `n = ${n}`,

  states: {
    noPersonasTitle: 'No personas yet',
    noPersonasText: 'A persona is a card for people and mapping rules for the machine. Create the first one over the API; it appears here by itself.',
    noResponsesTitle: 'No responses yet',
    noResponsesText: 'Import a survey file. Old submission dates become history, so the figures fill at once.',
    importFile: 'Import a file',
    tryApi: 'Try it in the API documentation',
  },
} as const;
