import { formats as browserFormats, type Formats } from '../../../ui/formats.ts';
import { type ShareFigure, toShareFigure } from '../../../ui/figure/to-share-figure.ts';
import { messages } from '../messages.ts';
import type { CardClaim } from './card.ts';
import { type CardEvidence, type ClaimEvidence, evidenceKey } from './use-evidence.ts';

/** How a claim stands: `unlinked` nobody checks it, `waiting` the answer is not there, else what the data say. */
export type ClaimState = 'unlinked' | 'waiting' | 'not_asked' | 'too_few' | 'same' | 'more' | 'fewer';

/** A claim's evidence with every text ready. `isRule`: it is part of the rules, so it holds by definition. */
export type ClaimView = {
  state: ClaimState;
  isRule: boolean;
  people: ShareFigure | null;
  others: ShareFigure | null;
  /** "62 % say so · others 51 % · n = 1,824"; empty while there is nothing to say. */
  text: string;
  /** The long form: both intervals, and that of the difference. */
  title: string;
};

/** What stands beside a claim. */
export function toClaimView(claim: CardClaim, evidence: CardEvidence | undefined, formats: Formats = browserFormats): ClaimView {
  const nothing = { isRule: false, people: null, others: null, text: '', title: '' };
  if (claim.claim === null) return { ...nothing, state: 'unlinked' };
  const found = evidence?.byClaim.get(evidenceKey(claim.claim));
  if (found === undefined) return { ...nothing, state: 'waiting' };
  const people = toShareFigure(found.people, formats);
  const others = toShareFigure(found.others, formats);
  return { state: found.says, isRule: found.rule !== null, people, others, text: toText(found, people, others, formats), title: toTitle(found, people, others, formats) };
}

function toText({ says, wording, rule }: ClaimEvidence, people: ShareFigure, others: ShareFigure, formats: Formats): string {
  const words = messages.card.evidence;
  if (says === 'not_asked') return words.notAsked;
  if (people.grade === 'hidden' || people.grade === 'nobody') return words.fewerThanTen;
  const share = isolate(formats.percentWhole(people.estimate));
  const said = wording === 'mention it' ? words.mention(share) : words.say(share);
  const compared = rule === null && (others.grade === 'normal' || others.grade === 'too few') ? [words.others(isolate(formats.percentWhole(others.estimate)))] : [];
  return [said, ...compared, isolate(`n = ${people.sample}`)].join(' · ');
}

/** Keeps a figure left to right within a sentence of any language: the same as `<Figure>`, for plain texts. */
function isolate(figure: string): string {
  return `\u2066${figure}\u2069`;
}

function toTitle({ interval, difference }: ClaimEvidence, people: ShareFigure, others: ShareFigure, formats: Formats): string {
  const words = messages.card.evidence;
  if (people.n === 0) return '';
  const [low, high] = interval ?? [];
  const points = difference === null || low === undefined || high === undefined ? [] : [words.difference(isolate(formats.number(difference, 1)), isolate(formats.range(low, high, 1)))];
  return [words.interval(isolate(people.range), people.sample), words.othersInterval(isolate(others.range), others.sample), ...points].join(' · ');
}

/** How many claims of a card stand how: the line under the card's head. */
export type ClaimSummary = { kind: 'rule' | 'apart' | 'everyone' | 'contradicted' | 'open'; count: number }[];

/** Counts claims by what the data say: part of the rules, more than others, same as everyone, fewer than others, and not known. */
export function toClaimSummary(views: readonly ClaimView[]): ClaimSummary {
  const kindOf = ({ state, isRule }: ClaimView): ClaimSummary[number]['kind'] => {
    if (isRule) return 'rule';
    if (state === 'more') return 'apart';
    if (state === 'same') return 'everyone';
    return state === 'fewer' ? 'contradicted' : 'open';
  };
  const kinds = views.map(kindOf);
  return (['rule', 'apart', 'everyone', 'contradicted', 'open'] as const).map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }));
}
