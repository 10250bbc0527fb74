import { type BenchmarkResult, isMet, type Target, toTargetText } from './benchmark.ts';
import { type BenchmarkReport, toFigureText } from './report.ts';

/** A part of the page: what is compared there, and which results belong to it (by the start of their names). */
type Section = { title: string; about: string; starts: readonly string[] };

const SECTIONS: readonly Section[] = [
  {
    title: 'Scoring in memory',
    about:
      'A tenant’s responses as columns of codes, one persona of five rules (a range, two single choices, two multi-selects), a histogram of bands for each day included. All sides count the same; a benchmark whose sides disagree fails. Slow alternatives are measured on a sample.',
    starts: ['kernel-', 'predicate-', 'mentions-', 'sql-'],
  },
  {
    title: 'Responses in memory',
    about:
      'What it takes to have a tenant’s responses as columns: reading them from PostgreSQL, the bytes of a response (of the columns alone), and the memory of a whole server, its threads, its heap and its launcher included.',
    starts: ['frame-', 'server-'],
  },
  {
    title: 'What-if while typing',
    about:
      'Rules that are not stored, over HTTP, one connection: the 95th percentile, less that of the lightest authenticated route, against the time the engine alone needs for the same. `changed` also compares with a stored edition, `diagnostics` also tells how the rules work together; differences are the answers that set a persona’s people apart, over all attributes.',
    starts: ['preview-', 'differences-', 'portfolio-'],
  },
  {
    title: 'Calculating and storing',
    about:
      'Scores of all responses, calculated and stored as a run does it, on a PostgreSQL that syncs every commit. “The original” is its loop as described: read the persona, read the response, write the score, one response after the other.',
    starts: ['batch-', 'recalculate-'],
  },
  {
    title: 'The dashboard',
    about:
      'A hundred connections at once, closed loop: each asks again when it has its answer. Both sides of a ratio are measured that way, in turns. A server remembers the rules of an edition and the counts of a window until anything they are made from changes; `anew` is the same with nothing remembered, as for the first who asks.',
    starts: ['analytics-', 'evolution-', 'gallery-'],
  },
  { title: 'Responses coming in', about: 'Single submissions over HTTP, scored against every active persona in the same request.', starts: ['submit-', 'import-'] },
];

/** What a result promises; undefined for one that no benchmark declares any more. */
export type Promised = Readonly<Record<string, Target | null>>;

/**
 * docs/performance.md: every declared result with its target, and whether this run met it.
 *
 * Results that the run does not have are listed as not measured. What belongs to no section comes under “Others”.
 */
export function toPerformancePage({ machine, versions, results }: BenchmarkReport, promised: Promised): string {
  const names = [...new Set([...Object.keys(promised), ...results.map(({ name }) => name)])].toSorted();
  const isOf = (name: string, { starts }: Section): boolean => starts.some((start) => name.startsWith(start));
  const others: Section = { title: 'Others', about: '', starts: [] };
  const sections = [...SECTIONS, others].flatMap((section) => {
    const own = names.filter((name) => (section === others ? !SECTIONS.some((known) => isOf(name, known)) : isOf(name, section)));
    return own.length === 0 ? [] : [toSectionText(section, own, results, promised)];
  });
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ');
  return `# Performance

Ratios against named alternatives, both sides measured in the same run on the same machine; they travel between machines
better than times do. This page is written from a run, never by hand:

\`\`\`sh
npm run bench                    # everything, with a table; add parts of names to choose
npm run bench -- --quick         # smaller data
npm run bench -- --json > results.json && npm run bench:page -- results.json
npm run bench -- --json kernel > kernel.json   # in pieces: of several files the later ones win, figure by figure
npm run bench:page -- results.json kernel.json
\`\`\`

A ratio above 1 means faster than the alternative for rates, and slower or larger where the unit says time or bytes. The
survey of the benchmarks is made up and always the same: eight attributes over 365 days, one question in twenty left out,
one person in five answering again. Each benchmark runs in a process of its own.

Measured on ${machine.processors}, ${machine.memoryGb} GB, ${machine.system}, with ${used}.

${sections.join('\n\n')}
`;
}

function toSectionText({ title, about }: Section, names: readonly string[], results: readonly BenchmarkResult[], promised: Promised): string {
  const rows = names.map((name) => toRow(name, results.find((result) => result.name === name), promised[name] ?? null));
  const table = ['| figure | ratio | promised | against | in numbers |', '|---|---:|---|---|---|', ...rows].join('\n');
  return [`## ${title}`, about, table].filter((part) => part !== '').join('\n\n');
}

function toRow(name: string, result: BenchmarkResult | undefined, target: Target | null): string {
  const promise = target === null ? '' : toTargetText(target);
  const cells = result === undefined
    ? [`\`${name}\``, '–', promise, '', 'not measured in this run']
    : [`\`${name}\``, toFigureText(result.ratio, result.against), toPromiseCell(promise, target, result.ratio), result.against, `${result.unit}: ${result.detail}`];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function toPromiseCell(promise: string, target: Target | null, ratio: number): string {
  return target === null ? '' : `${promise}: ${isMet(target, ratio) ? 'met' : '**not met**'}`;
}
