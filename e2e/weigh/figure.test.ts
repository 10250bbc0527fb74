import { expect, it } from 'vitest';
import { type Figure, toPage, toTable, toVerdict, type WeighReport } from './figure.ts';

const load: Figure = { name: 'load', value: 2.4, unit: 's', limit: { atMost: 2 }, against: 'the original', detail: 'median | of 5' };
const part: Figure = { name: 'part Menu', value: 31.26, unit: 'kB of JavaScript', limit: null, against: '', detail: 'loaded by index' };
const report: WeighReport = {
  responses: 1_000_000,
  machine: { system: 'Linux', processors: '2 x Some', memoryGb: 24, load: [0.5, 2] }, versions: { node: '24', postgresql: '18', chromium: '153' }, results: [load, part],
};

it('says whether a figure keeps what was promised, and nothing where nothing was', () => {
  expect([load, { ...load, value: 1.9 }, part].map(toVerdict)).toEqual(['NOT met (at most 2)', 'met (at most 2)', '']);
});

it('names the machine and its load beside the figures', () => {
  expect(toTable(report)).toContain('load 0.5 before and 2 after');
  expect(toTable(report)).toContain('1,000,000 responses');
  expect(toTable(report)).toMatch(/load +2\.4 s +NOT met \(at most 2\) +against the original/);
});

it('writes a page in which speed and weight have tables of their own', () => {
  const [speed = '', weight = ''] = toPage(report).split('## Weight');
  expect(speed).toContain('| `load` | 2.4 s | NOT met (at most 2) | the original | median \\| of 5 |');
  expect(weight).toContain('| `part Menu` | 31.3 kB of JavaScript |');
});
