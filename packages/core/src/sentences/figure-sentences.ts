import type { SaidIn, SentenceFormats } from './said.ts';

type Share = { low: number; high: number };
type Times = Share & { times: number };

/**
 * The sentences about a persona's figures, in English: the verdict, what the portfolio remarks, what rules do together.
 * They are the API's own words and those of an English page. Shares are whole people of a hundred.
 */
export const figureSentences = {
  no_rules: () => 'No rules yet. Add the first one to see whom it stands for.',
  not_calculated: () => 'Not calculated yet. The figures appear when the calculation is done.',
  nobody_answered: () => 'Too few to tell: nobody answered in this time.',
  few_answered: ({ respondents, from }: { respondents: number; from: number }, { count }: SentenceFormats) =>
    `Too few to tell: ${count(respondents)} answered so far. Figures appear from ${count(from)} on.`,
  few_match: ({ matching, respondents, low, high }: Share & { matching: number; respondents: number }, { count }: SentenceFormats) =>
    `Too few to tell: ${count(matching)} of ${count(respondents)} match, the truth may be ${count(low)} to ${count(high)} in 100.`,

  match: (share: Share, formats: SentenceFormats) => `${toShare(share, formats)} match it.`,
  match_strongly: ({ strong, ...share }: Share & { strong: number }, formats: SentenceFormats) =>
    `${toShare(share, formats)} match it, ${formats.stress(`${formats.count(strong)} in 100`)} strongly.`,
  match_but_strongly: ({ strong, ...share }: Share & { strong: number }, formats: SentenceFormats) =>
    `${toShare(share, formats)} match it, but only ${formats.stress(`${formats.count(strong)} in 100`)} strongly.`,

  few_rules: () => 'Fewer than three rules say too little about a person.',
  fits_everyone: () => 'Fits nearly everyone, so it tells little apart.',
  never_strong: () => 'Nobody can match it strongly, because too many of its rules never match.',
  nobody_strong: () => 'Nobody matches it strongly: few people have all these traits, if anybody.',
  real_group: (ratio: Times, formats: SentenceFormats) => `${toTimes(ratio, formats)}: a real group.`,
  loose_group: (ratio: Times, formats: SentenceFormats) => `${toTimes(ratio, formats)}: a loose group.`,
  no_group: (ratio: Times, formats: SentenceFormats) => `${toTimes(ratio, formats)}: not shown to be a group.`,
  by_chance: ({ low, high }: Share, { number }: SentenceFormats) =>
    `Its traits occur together about as often as by chance (${number(low, 1)} to ${number(high, 1)}): not shown to be a group.`,
  based_on: ({ respondents }: { respondents: number }, { count }: SentenceFormats) =>
    respondents === 1 ? 'Based on 1 respondent.' : `Based on ${count(respondents)} respondents.`,

  nobody_matches: ({ name }: { name: string }) => `Nobody matches ${name}.`,
  drop_loses: ({ dropped, kept, unique, both, covered }: { dropped: string; kept: string; unique: number; both: number; covered: number }, formats: SentenceFormats) =>
    `Dropping ${dropped} would lose ${toPeople(unique, formats)}: ${formats.count(both)} of its ${toPeople(covered, formats)} also match ${kept}.`,
  reaches_few: ({ name, unique }: { name: string; unique: number }, formats: SentenceFormats) =>
    `${name} reaches ${unique === 0 ? 'nobody' : `only ${toPeople(unique, formats)}`} whom no other persona reaches.`,
  tells_little: ({ name }: { name: string }) => `${name} is too broad to tell people apart. More rules would sharpen it.`,

  counted_twice: ({ first, second, both, either }: { first: string; second: string; both: number; either: number }, { count }: SentenceFormats) =>
    `“${first}” and “${second}” pick the same people: ${count(both)} of ${count(either)} who pass one pass both. One trait counts twice.`,
};

/** Something that is said about figures, with the parameters that its sentence needs. */
export type FigureSaid = SaidIn<typeof figureSentences>;

function toShare({ low, high }: Share, { count, stress }: SentenceFormats): string {
  return low === high ? `About ${stress(`${count(low)} in 100`)}` : `Between ${stress(`${count(low)} and ${count(high)} in 100`)}`;
}

function toTimes({ times, low, high }: Times, { number }: SentenceFormats): string {
  return `Its traits occur together ${number(times, 1)} times as often as by chance (${number(low, 1)} to ${number(high, 1)})`;
}

function toPeople(people: number, { count }: SentenceFormats): string {
  return people === 0 ? 'nobody' : people === 1 ? '1 person' : `${count(people)} people`;
}
