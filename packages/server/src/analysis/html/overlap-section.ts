import type { SurveyReport } from '@likeness/core';
import { NO_FIGURE, formatCount, formatNumber, formatShareOf } from '../format-figures.ts';
import { type Html, html } from './html.ts';

/** More personas than this make a matrix that nobody can read; the list of pairs is enough then. */
const LARGEST_MATRIX = 12;

/** Where personas are the same people: a matrix that reads from its row to its column, and every pair behind it. */
export function toOverlapSection(report: SurveyReport): Html | null {
  const { overlap, personas, respondents } = report;
  if (overlap.length === 0) return null;
  const rows = overlap.map(({ a, b, both, jaccard }) => html`<tr><th scope="row"><span dir="auto">${a}</span> and <span dir="auto">${b}</span></th><td class="num">${formatCount(both)}</td><td class="num">${formatShareOf(both, respondents)}</td><td class="num">${formatNumber(jaccard, 3)}</td></tr>`);
  return html`<section class="card" aria-labelledby="overlaps"><h2 id="overlaps">Where they are the same people</h2>
${personas.length <= LARGEST_MATRIX ? toMatrix(report) : null}
<details${personas.length <= LARGEST_MATRIX ? null : html` open`}><summary>Every pair</summary><table><caption>Respondents who match both personas</caption>
<thead><tr><th scope="col">Pair</th><th scope="col" class="end">Both</th><th scope="col" class="end">Share</th><th scope="col" class="end">Jaccard</th></tr></thead><tbody>${rows}</tbody></table></details></section>`;
}

function toMatrix({ personas, overlap }: SurveyReport): Html {
  const bothOf = new Map(overlap.flatMap(({ a, b, both }) => [[`${a}\n${b}`, both] as const, [`${b}\n${a}`, both] as const]));
  const rows = personas.map((row, index) => {
    const cells = personas.map((column) => {
      if (column === row) return html`<td class="num self">n ${formatCount(row.coverage.count)}</td>`;
      const both = bothOf.get(`${row.name}\n${column.name}`);
      return both === undefined || row.coverage.count === 0 ? html`<td class="num self">${NO_FIGURE}</td>` : toCell(both, row.coverage.count);
    });
    return html`<tr><th scope="row"><span class="num">${index + 1}</span> <span dir="auto">${row.name}</span></th>${cells}</tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Overlaps of personas"><table class="matrix"><caption>Of the respondents who match the persona of the row, how many in 100 match the one of the column. n counts those of the row.</caption>
<thead><tr><td></td>${personas.map((_, index) => html`<th scope="col" class="num">${index + 1}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function toCell(both: number, of: number): Html {
  const percentage = (100 * both) / of;
  const step = Math.min(5, Math.floor((percentage * 6) / 100));
  return html`<td class="num h${step}">${formatNumber(percentage, 0)}</td>`;
}
