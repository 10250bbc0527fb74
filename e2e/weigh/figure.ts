import { isMet, type Target, toTargetText } from '../../bench/benchmark.ts';

/** One thing that was weighed or timed. `limit` is in the same unit, null: nothing was promised; `against` says by whom it was. */
export type Figure = { name: string; value: number; unit: string; limit: Target | null; against: string; detail: string };

/** What `npm run weigh -- --json` prints. `load`: the machine's load average over a minute, before and after. `responses`: how many the tenant has. */
export type WeighReport = {
  responses: number;
  machine: { system: string; processors: string; memoryGb: number; load: [number, number] };
  versions: { node: string; postgresql: string; chromium: string };
  results: Figure[];
};

/**
 * Whether a figure keeps what was promised, in words; empty when nothing was.
 *
 * @example toVerdict({ name: 'load', value: 2.4, unit: 's', limit: { atMost: 2 }, against: '', detail: '' }) // 'NOT met (at most 2)'
 */
export function toVerdict({ value, limit }: Figure): string {
  return limit === null ? '' : `${isMet(limit, value) ? 'met' : 'NOT met'} (${toTargetText(limit)})`;
}

/** The report for people: a line a figure, and under it where the figure comes from. */
export function toTable({ machine, versions, responses, results }: WeighReport): string {
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const width = Math.max(0, ...results.map(({ name }) => name.length)) + 2;
  const lines = results.flatMap((figure) => [
    `${figure.name.padEnd(width)}${toAmount(figure).padStart(12)}  ${toVerdict(figure).padEnd(22)}${figure.against === '' ? '' : `  against ${figure.against}`}`.trimEnd(),
    ...(figure.detail === '' ? [] : [`${' '.repeat(width + 14)}${figure.detail}`]),
  ]);
  const { processors, memoryGb, system, load } = machine;
  return [`${processors}, ${memoryGb} GB, ${system}, load ${load.map(toText).join(' before and ')} after`, used.join(', '), `${toText(responses)} responses`, '', ...lines].join('\n');
}

/** docs/performance-web.md: every figure of a run at full size. */
export function toPage(report: WeighReport): string {
  const { machine, versions, responses, results } = report;
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ');
  const rows = (wanted: (figure: Figure) => boolean): string =>
    results.filter(wanted).map((figure) => `| ${[`\`${figure.name}\``, toAmount(figure), toVerdict(figure), figure.against, figure.detail].map(toCell).join(' | ')} |`).join('\n');
  const head = '| figure | value | promised | by | how, and in numbers |\n|---|---:|---|---|---|';
  const isWeight = ({ unit }: Figure): boolean => unit.startsWith('kB');
  return `# Performance of the pages

Written from a run, never by hand:

\`\`\`sh
npm run weigh                    # everything, on a million responses, with a table
npm run weigh -- --quick         # on 30,000 responses
npm run weigh -- --json          # the same as one document
npm run weigh -- --docs          # and writes this page
\`\`\`

A real server, a real database and a headless Chromium share the machine. The browser draws in software, without a graphics
card, so frames cost more than on anybody's desk. Input goes through the browser's debugger as mouse and keyboard events;
frames are the times between calls of requestAnimationFrame, the longest of them is given too.

Measured with ${toText(responses)} responses on ${machine.processors}, ${machine.memoryGb} GB, ${machine.system}, with ${used}; the load average was ${machine.load.map(toText).join(' before and ')} after.

## Speed

${head}
${rows((figure) => !isWeight(figure))}

## Weight

Sizes are gzipped. A part is what is loaded late, with everything it needs that the first page has not brought already.

${head}
${rows(isWeight)}
`;
}

function toAmount({ value, unit }: Figure): string {
  return `${toText(value)} ${unit}`;
}

/** Three digits that count. */
function toText(value: number): string {
  return value.toLocaleString('en-US', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}

function toCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
