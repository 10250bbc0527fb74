import type { SampleGrade, ShareReport } from '@likeness/core';
import { NO_FIGURE, formatCount, formatPercentInterval, formatShareOf } from '../format-figures.ts';
import { type Html, html } from './html.ts';

/** One line of a table of shares, and the colour of its bar. */
export type ShareLine = { label: string; note: string; share: ShareReport; tone: 'strong' | 'moderate' | 'gap' };

/**
 * Shares of respondents as a table with a bar each: its end is the estimate, the band over it the 95 % interval.
 *
 * Fewer than 10 respondents: no figure. Fewer than 30: the figure with "too few", and only the interval is drawn.
 */
export function toShareTable(caption: string, lines: readonly ShareLine[], respondents: number, grade: SampleGrade): Html {
  return html`<table><caption>${caption}</caption>
<thead><tr><th scope="col">Share</th><th scope="col" class="bar"><span class="small">0–100 %</span></th><th scope="col" class="end">of ${formatCount(respondents)}</th></tr></thead>
<tbody>${lines.map((line) => toRow(line, respondents, grade))}</tbody></table>`;
}

function toRow({ label, note, share, tone }: ShareLine, respondents: number, grade: SampleGrade): Html {
  const figure = grade === 'hidden' ? NO_FIGURE : formatShareOf(share.count, respondents);
  const words = grade === 'hidden' ? 'fewer than 10' : formatPercentInterval(share.interval);
  const remark = grade === 'too few to tell' ? html`<span class="sub">too few</span>` : null;
  return html`<tr><th scope="row">${label}<span class="sub">${note}</span></th>
<td class="bar">${toTrack(share, tone, grade)}</td>
<td class="num"><span class="figure">${figure}</span><span class="sub">${words}</span><span class="sub">${formatCount(share.count)}</span>${remark}</td></tr>`;
}

function toTrack({ percentage, interval }: ShareReport, tone: ShareLine['tone'], grade: SampleGrade): Html | null {
  if (percentage === null || grade === 'hidden') return null;
  const band = interval === null ? null : html`<b style="inset-inline-start:${interval[0]}%;width:${(interval[1] - interval[0]).toFixed(2)}%"></b>`;
  if (grade === 'too few to tell') return html`<div class="track unsure">${band}</div>`;
  return html`<div class="track"><i class="${tone}" style="width:${percentage}%"></i>${band}</div>`;
}
