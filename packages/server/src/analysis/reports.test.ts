import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { textSource } from '../survey-file/survey-fixtures.testing.ts';
import { type Analysis, analyzeSurvey } from './analyze-survey.ts';
import { toBandCells } from './band-bar.ts';
import { editDistance } from './edit-distance.ts';
import { html } from './html/html.ts';
import { toHtmlReport } from './html/html-report.ts';
import { parsePersonasFile } from './parse-personas-file.ts';
import { toTerminalReport } from './terminal-report.ts';
import { clipText, displayWidth } from './terminal-text.ts';
import { toAnalysisJson } from './to-analysis-json.ts';

const EVIL = '<img src=x onerror=alert(1)>"\'&\u001b[31m';

async function analyze(rowCount: number): Promise<Analysis> {
  const rows = Array.from({ length: rowCount }, (_, index) => `${20 + (index % 40)},${index % 3 ? 'pro' : 'free'},${index % 11}\n`);
  const file = parsePersonasFile(JSON.stringify({
    metrics: { nps: { field: 'score', kind: 'nps' }, pro: { field: 'plan', kind: 'share', value: 'pro' }, [EVIL]: { field: 'score', kind: 'mean' } },
    personas: [
      { name: EVIL, mapping_rules: { rules: [{ attribute: 'age', is: { atLeast: 30 }, label: EVIL }, { attribute: 'plan', is: { in: ['pro'] } }, { attribute: 'score', is: { atLeast: 9 } }] } },
      { name: 'Low', mapping_rules: { score: { max: 6 } } },
      { name: 'Empty', mapping_rules: {} },
    ],
  }));
  return analyzeSurvey(textSource(`age,plan,score\n${rows.join('')}`), file);
}

describe('the reports of an analysis', () => {
  let analysis: Analysis;
  beforeAll(async () => {
    analysis = await analyze(220);
  });

  it('says the same in the terminal and in the page', () => {
    const text = toTerminalReport(analysis, { width: 80, hasColours: false });
    const page = toHtmlReport(analysis, '1 Jan 2026');
    for (const said of [/220 responses/, /No rules yet/, /Fewer\s+than\s+three\s+rules\s+say\s+too\s+little\s+about\s+a\s+person/i, /73.2 % strongly/, /54.5 %/]) {
      expect(text).toMatch(said);
      expect(page).toMatch(said);
    }
    expect(text.match(/\d[\d.]*–\d[\d.]* %/gu)?.every((interval) => page.includes(interval))).toBe(true);
  });

  it('keeps to the width of the terminal, and colours only where there are colours', () => {
    const plain = toTerminalReport(analysis, { width: 80, hasColours: false });
    expect(plain).not.toContain('\u001b');
    for (const line of plain.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    const coloured = toTerminalReport(analysis, { width: 80, hasColours: true });
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('escapes whatever came from files', () => {
    const page = toHtmlReport(analysis, '1 Jan 2026');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u001b');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(page).not.toMatch(/<script|https?:/);
  });

  it('shows no figure under 10 respondents, and says too few under 30', async () => {
    const hidden = toTerminalReport(await analyze(9), { width: 80, hasColours: false });
    expect(hidden).toContain('Fewer than 10 respondents');
    expect(hidden).toMatch(/Coverage +– +\d of 9 \(fewer than 10\)/);
    const few = toTerminalReport(await analyze(29), { width: 80, hasColours: false });
    expect(few).toMatch(/Coverage .* of 29 \(too few to tell\)/);
    expect(toHtmlReport(await analyze(29), '1 Jan 2026')).toContain('class="track unsure"');
  });

  it('prints JSON under the agreed names', () => {
    const document = JSON.parse(toAnalysisJson(analysis)) as Record<string, unknown> & { personas: object[] };
    expect(Object.keys(document)).toEqual(expect.arrayContaining(['responses', 'personas', 'overlap', 'union', 'uncovered']));
    expect(Object.keys(document.personas[0] ?? {})).toEqual(expect.arrayContaining(['name', 'responses', 'score_histogram', 'mean_score', 'strong', 'moderate', 'weak', 'coverage', 'strong_coverage', 'prevalence', 'rules', 'metrics', 'evidence', 'coherence', 'verdict']));
  });
});

describe('toBandCells', () => {
  it('fills the bar exactly and hides nobody', () => {
    const count = fc.nat(100_000);
    fc.assert(fc.property(count, count, count, fc.integer({ min: 3, max: 100 }), (strong, moderate, weak, length) => {
      const cells = toBandCells({ strong, moderate, weak }, length);
      expect(cells.strong + cells.moderate + cells.weak).toBe(strong + moderate + weak === 0 ? 0 : length);
      for (const [band, people] of [['strong', strong], ['moderate', moderate], ['weak', weak]] as const) expect(cells[band] > 0).toBe(people > 0);
    }));
  });
});

describe('html', () => {
  it('escapes any text so that it comes back as it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { text: page } = html`<b title="${text}">${text}</b>`;
      expect(page.replaceAll(/&[a-z]+;|&#39;/gu, '')).not.toMatch(/<b title="[^"]*[<>&'][^"]*">|>[^<]*[&"'>][^<]*<\/b>/u);
    }));
    expect(html`<i>${[html`<b>${'<'}</b>`, html`${1}`]}${null}</i>`.text).toBe('<i><b>&lt;</b>1</i>');
  });
});

describe('terminal text', () => {
  it('counts wide characters as two columns and cuts between characters', () => {
    expect(displayWidth('調査 👩‍👩‍👧 é')).toBe(9);
    expect(clipText('調査調査', 5)).toBe('調査…');
  });
});

describe('editDistance', () => {
  it.each([['age', 'agee', 1], ['satisfcation', 'satisfaction', 1], ['', 'abc', 3], ['kitten', 'sitting', 3]])('%s to %s takes %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
