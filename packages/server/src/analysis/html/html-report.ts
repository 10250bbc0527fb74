import { toShareReport } from '@likeness/core';
import type { Analysis } from '../analyze-survey.ts';
import { plural, respondentGrade, toHeadline, toRespondentSentence, toUnreadableSentence } from '../report-words.ts';
import { type Html, html } from './html.ts';
import { toOverlapSection } from './overlap-section.ts';
import { toPersonaSection } from './persona-section.ts';
import { REPORT_STYLE } from './report-style.ts';
import { toShareTable } from './share-table.ts';

/**
 * An analysis as one HTML file for people: nothing is loaded, no script runs (its own policy forbids both), and
 * whatever came from the survey or the personas file is escaped. Light or dark as the reader has it, from 320 px
 * to paper.
 *
 * @param asOf when the figures were computed, as it is to be shown
 */
export function toHtmlReport(analysis: Analysis, asOf: string): string {
  const { report, fileName, suggestions } = analysis;
  const sentences = [toRespondentSentence(analysis), toUnreadableSentence(analysis)].filter((sentence) => sentence !== null);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark"><title>${fileName}: personas against answers</title><style>${REPORT_STYLE}</style></head>
<body><header><p class="small">Likeness · personas against answers</p><h1 dir="auto">${fileName}</h1>
<p class="small num">${plural(report.responses, 'response')} · ${plural(report.personas.length, 'persona')} · as of ${asOf}</p>
<p class="lead">${toHeadline(analysis)}</p>${sentences.map((sentence) => html`<p class="quiet">${sentence}</p>`)}</header>
<main>${toTogether(analysis)}
${report.personas.map((persona, index) => toPersonaSection(persona, report, `persona-${index + 1}`))}
${toOverlapSection(report)}
${toNotes(suggestions)}</main>
<footer>${toDefinitions()}</footer></body></html>
`;
  return page.text;
}

function toTogether({ report }: Analysis): Html {
  const { union, strong_union, uncovered, respondents, personas } = report;
  const lines = [
    { label: 'At least one persona', note: 'score of 50 or more', share: { ...union, count: union.covered }, tone: 'moderate' as const },
    { label: 'At least one, strongly', note: 'score of 70 or more', share: { ...strong_union, count: strong_union.covered }, tone: 'strong' as const },
    { label: 'None: the gap', note: 'nobody stands for them', share: toShareReport(uncovered, respondents), tone: 'gap' as const },
  ];
  const links = personas.map(({ name, verdict }, index) => html`<li><a href="#persona-${index + 1}" dir="auto">${name}</a> <span class="small">${verdict}</span></li>`);
  return html`<section class="card" aria-labelledby="together"><h2 id="together">Together</h2>
<div class="columns"><div>${toShareTable('Share of respondents, with 95 % interval', lines, respondents, respondentGrade(report))}</div>
<nav aria-label="Personas"><h3>Personas and their verdicts</h3><ul style="padding-inline-start:20px;margin-top:6px">${links}</ul></nav></div></section>`;
}

function toNotes(suggestions: readonly string[]): Html | null {
  if (suggestions.length === 0) return null;
  return html`<section class="card warn" aria-labelledby="notes"><h2 id="notes">Worth a look</h2><p>Nothing of this was applied to the figures.</p><ul>${suggestions.map((suggestion) => html`<li dir="auto">${suggestion}</li>`)}</ul></section>`;
}

const DEFINITIONS: [string, string][] = [
  ['Match score', 'Weight of the rules that match, of the weight of all rules, in percent.'],
  ['Bands', 'Strong from 70, moderate from 50, weak below; decided on exact fractions. Weak is not bad: it is other people.'],
  ['Coverage', 'Share of respondents who score 50 or more; strong coverage 70 or more; prevalence every rule.'],
  ['Evidence', 'Share of the rule weight for which there is an answer. A missing answer is no proof against.'],
  ['Coherence', 'Strong matches found, against those expected if the rules had nothing to do with each other. Verdict by the lower end of its interval: good from 1.5, fair from 1.05, else poor. These cut-offs are conventions.'],
  ['Intervals', '95 %; shares by Wilson, NPS by adjusted Wald, means by Student’s t.'],
  ['Jaccard', 'Respondents who match both personas, of those who match either.'],
];

function toDefinitions(): Html {
  return html`<h2 class="small">How to read this</h2><dl>${DEFINITIONS.map(([term, words]) => html`<dt>${term}</dt><dd>${words}</dd>`)}</dl>`;
}
