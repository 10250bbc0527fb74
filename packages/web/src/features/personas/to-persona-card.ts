import { messages } from './messages.ts';
import { type ShareFigure, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import type { Persona, Portfolio } from './load-gallery.ts';
import { toInitials } from '../../ui/to-initials.ts';
import { toVerdictText } from '../../ui/verdict/to-verdict-look.ts';
import { toTrend, type TrendView } from './to-trend.ts';
import { verdictWordOf } from './verdict-word.ts';

/** A persona's card with every text ready; `figures` is null when there is nothing to show, and `state` says why. */
export type PersonaCardView = {
  id: number;
  name: string;
  initials: string;
  photo: string | null;
  color: string;
  description: string;
  status: string;
  tags: readonly string[];
  state: 'scored' | 'no rules' | 'not calculated';
  verdict: { word: string; sentence: string };
  figures: PersonaCardFigures | null;
  facts: string;
  synced: { text: string; title: string | null };
  /** Number of the edition that is being calculated, while the figures are of an older one. */
  pendingEdition: number | null;
};

export type PersonaCardFigures = {
  coverage: ShareFigure;
  strong: ShareFigure;
  averageMatch: string;
  /** Both are known for active personas only. */
  everyRule: string | null;
  onlyThisOne: string | null;
  trend: TrendView | null;
};

export type PersonaCardContext = { portfolio: Portfolio | null; now: Date; formats?: Formats };

const COLORS = 8;

/** What a persona's card says, from the persona with its figures and its line in the portfolio. */
export function toPersonaCard(persona: Persona, { portfolio, now, formats = browserFormats }: PersonaCardContext): PersonaCardView {
  const state = persona.rule_count === 0 ? 'no rules' : (persona.figures ?? null) === null ? 'not calculated' : 'scored';
  const { personas: words } = messages;
  return {
    id: persona.id,
    name: persona.name,
    initials: toInitials(persona.name),
    photo: persona.photo_url,
    color: `var(--c${(persona.color_index % COLORS) + 1})`,
    description: persona.description,
    status: words.status[persona.status],
    tags: persona.tags,
    state,
    verdict: { word: verdictWordOf(persona), sentence: toSentence(persona, formats) },
    figures: state === 'scored' ? toFigures(persona, portfolio, formats) : null,
    facts: [words.rules(persona.rule_count), ...(persona.edition > 0 ? [words.edition(persona.scored_edition ?? persona.edition)] : [])].join(' · '),
    synced: toSynced(persona.last_synced_at, now, formats),
    pendingEdition: persona.scored_edition !== null && persona.scored_edition < persona.edition ? persona.edition : null,
  };
}

/** Why the verdict is what it is; where there is none, what there is to say. */
function toSentence({ figures }: Persona, formats: Formats): string {
  const { sentence, reason } = toVerdictText(figures?.said ?? [], formats);
  return reason ?? sentence.map(({ text }) => text).join('');
}

function toFigures({ id, figures }: Persona, portfolio: Portfolio | null, formats: Formats): PersonaCardFigures | null {
  if (figures === null || figures === undefined) return null;
  const together = portfolio?.personas.find(({ persona_id }) => persona_id === id);
  const coverage = toShareFigure(figures.coverage, formats);
  const isShown = coverage.grade === 'normal' || coverage.grade === 'too few';
  const percentOrNull = (percentage: number | null | undefined): string | null =>
    isShown && percentage !== null && percentage !== undefined ? formats.percent(percentage) : null;
  return {
    coverage,
    strong: toShareFigure(figures.strong_coverage, formats),
    averageMatch: figures.avg_match_score === null || !isShown ? messages.personas.none : formats.score(figures.avg_match_score),
    everyRule: percentOrNull(together?.prevalence.percentage),
    onlyThisOne: percentOrNull(together?.unique.percentage),
    trend: toTrend(figures.trend, formats),
  };
}

function toSynced(lastSyncedAt: string | null, now: Date, formats: Formats): PersonaCardView['synced'] {
  if (lastSyncedAt === null) return { text: messages.personas.neverSynced, title: null };
  const at = new Date(lastSyncedAt);
  return { text: messages.personas.synced(formats.age(at, now)), title: formats.instant(at) };
}
