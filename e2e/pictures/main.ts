import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeWorld, openWorld, world } from '../testing/world.ts';
import { takeDocumentPictures } from './document-pictures.ts';
import { listOpenings } from './list-openings.ts';
import { type Contexts, openContexts } from './open-contexts.ts';
import { makeScene } from './organisations.ts';
import { listSubjects } from './subjects.ts';
import { namesOf, type Opening, type Taken, takePictures } from './take-picture.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const AT_ONCE = 4;

/**
 * `npm run pictures [-- part …] [--docs] [--to folder]`: a picture of every page, in every state, wide and narrow, light
 * and dark, and in Arabic, from a freshly started server; looks at each for what nobody should see, and ends with 1 when
 * there is any. Parts select pictures whose names contain all of them: `analytics 390 dark`. With `--docs` those of the
 * documentation are taken anew instead.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { docs: { type: 'boolean', default: false }, to: { type: 'string' } } });
  const folder = path.resolve(process.env['INIT_CWD'] ?? '.', values.to ?? path.join(ROOT, '.cache/pictures'));
  fs.mkdirSync(folder, { recursive: true });
  await openWorld();
  try {
    const scene = await makeScene(world(), { isDemoEdited: !values.docs });
    const contexts = await openContexts(world(), scene);
    if (values.docs) await takeDocumentPictures(contexts, world().likeness.url, scene, positionals);
    else process.exitCode = report(await takeAll(contexts, listOpenings(listSubjects(scene), world().likeness.url, positionals), folder), folder);
  } finally {
    await closeWorld();
  }
}

async function takeAll(contexts: Contexts, openings: readonly Opening[], folder: string): Promise<Taken[]> {
  console.log(`${openings.reduce((sum, opening) => sum + namesOf(opening).length, 0)} pictures into ${folder}`);
  const left = openings.toReversed();
  const taken: Taken[] = [];
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) taken.push(...(await takeOrSay(contexts, next, folder)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return taken;
}

async function takeOrSay(contexts: Contexts, opening: Opening, folder: string): Promise<Taken[]> {
  const { organisation } = opening.subject.views[opening.state] ?? opening.subject.views['full'] ?? { organisation: 'demo' as const };
  const context = await contexts(opening.subject.isSignedOut ? null : organisation, opening.isArabic);
  try {
    return await takePictures(context, opening, folder);
  } catch (error) {
    return namesOf(opening).map((name) => ({ name, flaws: [`no picture: ${(error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''}`] }));
  }
}

/** Prints what is wrong, picture by picture, and answers the exit code. */
function report(taken: readonly Taken[], folder: string): number {
  const flawed = taken.filter(({ flaws }) => flaws.length > 0).toSorted((a, b) => a.name.localeCompare(b.name));
  for (const { name, flaws } of flawed) console.log(`${name}\n${flaws.map((flaw) => `  ${flaw}`).join('\n')}`);
  fs.writeFileSync(path.join(folder, 'flaws.json'), JSON.stringify(flawed, null, 1));
  console.log(`${taken.length} pictures, ${flawed.length} with something to repair`);
  return flawed.length === 0 ? 0 : 1;
}

await main();
