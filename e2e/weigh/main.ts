import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeMachine, describeVersions } from '../../bench/machine.ts';
import { type Figure, toPage, toTable, type WeighReport } from './figure.ts';
import { weighDashboard } from './weigh-dashboard.ts';
import { withWeighedWorld, type WeighedWorld } from './weighed-world.ts';
import { weighFiles } from './weigh-files.ts';
import { weighGallery } from './weigh-gallery.ts';
import { weighRuleBuilder } from './weigh-rule-builder.ts';
import { weighScrolling } from './weigh-scrolling.ts';

const BUILD = fileURLToPath(new URL('../../packages/web/dist', import.meta.url));
const DOCUMENT = fileURLToPath(new URL('../../docs/performance-web.md', import.meta.url));
const SIZES = { full: { responseCount: 1_000_000, personas: 12 }, quick: { responseCount: 30_000, personas: 12 } };

/** What is weighed, in this order, by the name that chooses it. */
const PARTS: Record<string, (world: WeighedWorld) => Promise<Figure[]>> = {
  files: (world) => weighFiles(BUILD, { ...world, pages: listPages(world) }),
  dashboard: weighDashboard,
  builder: weighRuleBuilder,
  scrolling: (world) => weighScrolling(world, note),
  gallery: weighGallery,
};

/**
 * `npm run weigh -- [--quick] [--json] [--docs] [part ...]`: how heavy the pages are and how fast, in a real browser on a
 * real server with a million responses (`--quick`: 30,000).
 *
 * With `--json` the results alone go to the output, one document; `--docs` also writes docs/performance-web.md. Whether
 * limits are kept decides nothing. A part that fails is reported, the others go on, and the exit code is 1.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, docs: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => PARTS[name] === undefined);
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  const before = os.loadavg()[0] ?? 0;
  const size = values.quick ? SIZES.quick : SIZES.full;
  const { results, chromium } = await withWeighedWorld(size, async (world) => {
    const figures: Figure[] = [];
    for (const [name, weigh] of Object.entries(PARTS)) {
      if (positionals.length > 0 && !positionals.includes(name)) continue;
      note(`${name} ...\n`);
      try {
        figures.push(...(await weigh(world)));
      } catch (error) {
        note(`${name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
      }
    }
    return { results: figures, chromium: world.browser.version() };
  });
  const { node, postgresql } = describeVersions();
  const report: WeighReport = {
    responses: size.responseCount,
    machine: { ...describeMachine(), load: [before, os.loadavg()[0] ?? 0] },
    versions: { node, postgresql, chromium },
    results,
  };
  console.log(values.json ? JSON.stringify(report, null, 2) : toTable(report));
  if (!values.docs) return;
  fs.writeFileSync(DOCUMENT, toPage(report));
  note(`${path.relative(process.cwd(), DOCUMENT)}: ${results.length} figures\n`);
}

function note(text: string): void {
  process.stderr.write(text);
}

function listPages({ survey }: WeighedWorld) {
  const [persona] = survey.personaIds;
  return [
    { name: 'gallery', address: '/persona-builder' },
    { name: 'Canvas', address: `/persona-builder/${persona}?tab=canvas` },
    { name: 'Analytics', address: `/persona-builder/${persona}?tab=analytics` },
    { name: 'portfolio', address: '/portfolio' },
    { name: 'responses', address: '/responses' },
    { name: 'response', address: `/responses/${survey.firstResponseId}` },
    { name: 'import', address: '/imports/new' },
    { name: 'imports', address: '/imports' },
    { name: 'runs', address: '/runs' },
    { name: 'settings', address: '/settings/organisation' },
    { name: 'help', address: '/help' },
  ];
}

await main();
