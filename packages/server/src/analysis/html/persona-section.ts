import type { PersonaReport, SurveyReport, Verdict } from '@likeness/core';
import { NO_FIGURE, formatCount, formatNumber, formatPercent, formatShareOf, toMetricWords } from '../format-figures.ts';
import { plural, respondentGrade, toPersonaSentence } from '../report-words.ts';
import { type Html, html } from './html.ts';
import { toShareTable } from './share-table.ts';

const CHIP: Record<Verdict, string> = {
  good: 'good',
  fair: 'fair',
  poor: '',
  'too broad': '',
  'too few to tell': 'unsure',
  'no rules yet': 'unsure',
};

/** One persona: its verdict in a sentence, the bands of all responses, shares of respondents, rules, metrics, and every score. */
export function toPersonaSection(persona: PersonaReport, report: SurveyReport, id: string): Html {
  const head = html`<div class="head"><h2 id="${id}" dir="auto">${persona.name}</h2><span class="chip ${CHIP[persona.verdict]}">${capitalise(persona.verdict)}</span></div>
<p class="quiet">${toPersonaSentence(persona, report.respondents)}</p>`;
  if (persona.verdict === 'no rules yet') return html`<section class="card" aria-labelledby="${id}">${head}</section>`;
  return html`<section class="card" aria-labelledby="${id}">${head}
${toBands(persona)}
<div class="columns"><div>${toShares(persona, report)}${toFacts(persona)}</div><div>${toRuleTable(persona)}</div></div>
${toMetricTable(persona)}
${toScoreTable(persona)}
</section>`;
}

const BANDS = [
  { key: 'strong', words: 'strong, 70 and more' },
  { key: 'moderate', words: 'moderate, 50 to 69.99' },
  { key: 'weak', words: 'weak, below 50' },
] as const;

function toBands(persona: PersonaReport): Html {
  const shown = BANDS.filter(({ key }) => persona[key] > 0);
  const sentence = BANDS.map(({ key }) => `${formatCount(persona[key])} ${key}`).join(', ');
  return html`<div class="bands" role="img" aria-label="${`Of ${plural(persona.responses, 'response')}: ${sentence}`}">${shown.map(({ key }) => html`<i class="${key}" style="flex:${persona[key]}"></i>`)}</div>
<ul class="legend">${BANDS.map(({ key, words }) => html`<li><i class="${key}"></i><span class="num">${formatCount(persona[key])}</span> ${words} <span class="small num">${formatShareOf(persona[key], persona.responses)}</span></li>`)}</ul>`;
}

function toShares(persona: PersonaReport, report: SurveyReport): Html {
  const lines = [
    { label: 'Coverage', note: 'score of 50 or more', share: persona.coverage, tone: 'moderate' as const },
    { label: 'Strong coverage', note: 'score of 70 or more', share: persona.strong_coverage, tone: 'strong' as const },
    { label: 'Prevalence', note: 'match every rule', share: persona.prevalence, tone: 'strong' as const },
  ];
  return toShareTable('Share of respondents, with 95 % interval', lines, report.respondents, respondentGrade(report));
}

function toFacts({ mean_score, evidence, coherence }: PersonaReport): Html {
  const expected = coherence.expected_percentage === null ? null : html` · by chance ${formatPercent(coherence.expected_percentage)} would be strong`;
  return html`<p class="small num" style="white-space:normal;margin-top:8px">Mean score ${formatNumber(mean_score, 2)} · evidence ${formatPercent(evidence === null ? null : 100 * evidence)}${expected}</p>`;
}

function toRuleTable({ rules, responses }: PersonaReport): Html {
  const rows = rules.map(({ label, matched, missing }) => {
    const width = responses === 0 ? 0 : (100 * matched) / responses;
    return html`<tr><th scope="row" dir="auto">${label}</th><td class="bar"><div class="track"><i style="width:${width.toFixed(2)}%"></i></div></td>
<td class="num"><span class="figure">${formatShareOf(matched, responses)}</span><span class="sub">${formatCount(matched)}</span></td>
<td class="num">${formatShareOf(missing, responses)}<span class="sub">${formatCount(missing)}</span></td></tr>`;
  });
  return html`<table><caption>Rules, over ${plural(responses, 'response')}</caption>
<thead><tr><th scope="col">Rule</th><th scope="col" class="bar"><span class="small">0–100 %</span></th><th scope="col" class="end">Matched</th><th scope="col" class="end">Missing</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function toMetricTable({ metrics, strong, moderate }: PersonaReport): Html | null {
  const rows = Object.entries(metrics).map(([name, metric]) => {
    const words = toMetricWords(metric);
    return html`<tr><th scope="row" dir="auto">${name}<span class="sub">${words.detail}</span></th><td class="num"><span class="figure">${words.figure}</span><span class="sub">${words.interval}</span></td><td class="num">${words.answered}</td></tr>`;
  });
  if (rows.length === 0) return null;
  return html`<div style="margin-top:20px"><table><caption>Metrics, over the ${plural(strong + moderate, 'matching response')}</caption>
<thead><tr><th scope="col">Metric</th><th scope="col" class="end">Figure, 95 % interval</th><th scope="col" class="end">Answered</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function toScoreTable({ score_histogram, responses }: PersonaReport): Html | null {
  const scores = Object.entries(score_histogram);
  if (scores.length === 0) return null;
  const most = Math.max(...scores.map(([, count]) => count));
  const rows = scores.toReversed().map(([score, count]) => {
    const band = Number(score) >= 70 ? 'strong' : Number(score) >= 50 ? 'moderate' : 'weak';
    return html`<tr><th scope="row" class="num">${score}</th><td class="bar" style="width:60%"><div class="track"><i class="${band}" style="width:${((100 * count) / most).toFixed(2)}%"></i></div></td><td class="num">${formatCount(count)}</td><td class="num">${formatShareOf(count, responses)}</td></tr>`;
  });
  return html`<details><summary>Every score, and how many responses have it</summary><table><caption>Responses by match score</caption>
<thead><tr><th scope="col">Score</th><th scope="col" class="bar"><span class="small">responses</span></th><th scope="col" class="end">Responses</th><th scope="col" class="end">Share</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

function capitalise(text: string): string {
  return text === '' ? NO_FIGURE : text.charAt(0).toUpperCase() + text.slice(1);
}
