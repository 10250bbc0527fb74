import { formats as browserFormats, type Formats } from '../../../ui/formats.ts';
import { type ShareFigure, toShareFigure } from '../../../ui/figure/to-share-figure.ts';
import { toFigureText } from '../../../ui/verdict/to-verdict-look.ts';
import { messages } from '../messages.ts';
import type { Preview } from './use-preview.ts';

export type Change = 'enter' | 'leave' | 'become_strong' | 'lose_strong';
export const CHANGES: readonly Change[] = ['enter', 'leave', 'become_strong', 'lose_strong'];

/** One share now and under the draft; `before` is null without published rules. */
export type PreviewLine = { name: string; before: ShareFigure | null; after: ShareFigure };
export type PreviewStack = { name: string; bands: { band: 'strong' | 'moderate' | 'weak'; count: number; text: string; percent: number }[] };
export type PreviewMove = { change: Change; text: string; name: string; count: number };
export type MovedSample = { responseId: number; isUp: boolean; before: string; after: string };

/** A preview with every text ready. */
export type PreviewView = {
  respondents: number;
  lines: PreviewLine[];
  stacks: PreviewStack[];
  /** Null without published rules to compare with. */
  moves: PreviewMove[] | null;
  samples: MovedSample[];
  verdict: string;
  strictest: string | null;
  oneRuleShort: string | null;
  warnings: string[];
  /** What a screen reader hears. */
  spoken: string;
};

const SAMPLES = 3;

/** What the panel shows of a preview of rules that would become an edition. */
export function toPreviewView(preview: Preview, formats: Formats = browserFormats): PreviewView {
  const words = messages.preview;
  const { present, difference, diagnostics } = preview;
  const line = (name: string, key: 'coverage' | 'strong_coverage' | 'prevalence'): PreviewLine => ({
    name, before: present === null ? null : toShareFigure(present[key], formats), after: toShareFigure(preview[key], formats),
  });
  const lines = [line(words.coverage, 'coverage'), line(words.strong, 'strong_coverage'), line(words.everyRule, 'prevalence')];
  const strictest = diagnostics === null || diagnostics.strictest_rule === null ? undefined : diagnostics.rules[diagnostics.strictest_rule];
  const moves = difference === null ? null : CHANGES.map((change): PreviewMove => toMove(change, difference[change], formats));
  return {
    respondents: preview.coverage.total_customers,
    lines,
    stacks: [
      ...(present === null || difference === null ? [] : [toStack(messages.edition(difference.edition), present.match_statistics.distribution, formats)]),
      toStack(words.thisDraft, preview.match_statistics.distribution, formats),
    ],
    moves,
    samples: toSamples(preview, formats),
    verdict: preview.verdict.said.map((said) => toFigureText(said, formats)).join(' '),
    strictest: strictest === undefined || strictest.strong_if_waived === 0 ? null : words.strictest(strictest.label, strictest.strong_if_waived),
    oneRuleShort: diagnostics === null || diagnostics.respondents === 0 ? null : words.oneRuleShort(diagnostics.one_rule_short.persona_customers),
    warnings: diagnostics?.counted_twice.map(({ said }) => toFigureText(said, formats)) ?? [],
    spoken: words.spoken(formats.percent(preview.coverage.percentage ?? 0), formats.percent(preview.strong_coverage.percentage ?? 0), difference?.enter ?? 0, difference?.leave ?? 0),
  };
}

function toMove(change: Change, count: number, formats: Formats): PreviewMove {
  const isOut = change === 'leave' || change === 'lose_strong';
  return { change, count, text: count === 0 ? '0' : formats.change(isOut ? -count : count), name: messages.preview.moves[change] };
}

function toStack(name: string, distribution: Record<'strong' | 'moderate' | 'weak', number>, formats: Formats): PreviewStack {
  const total = distribution.strong + distribution.moderate + distribution.weak;
  return {
    name,
    bands: (['strong', 'moderate', 'weak'] as const).map((band) => ({
      band, count: distribution[band], text: formats.compactCount(distribution[band]), percent: total === 0 ? 0 : (100 * distribution[band]) / total,
    })),
  };
}

/** A few of those who move, of every kind of move in turn. */
function toSamples({ changes }: Preview, formats: Formats): MovedSample[] {
  if (changes === null) return [];
  const seen = new Set<number>();
  const lists = CHANGES.map((change) => changes[change].filter(({ response_id: id }) => !seen.has(id) && seen.add(id)));
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? []))
    .flat()
    .slice(0, SAMPLES)
    .map(({ response_id, previous_score, match_score }) => ({
      responseId: response_id, isUp: match_score > previous_score, before: formats.exactScore(previous_score), after: formats.exactScore(match_score),
    }));
}
