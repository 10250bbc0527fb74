import { percentile } from '../../bench/measure.ts';
import { countRounds } from './count-rounds.ts';
import type { Figure } from './figure.ts';
import { toSpread } from './frames.ts';
import type { WeighedWorld } from './weighed-world.ts';

const ROUNDS = 5;

/** The gallery, opened by its address: until every persona stands there with its figures. */
export async function weighGallery({ url, person, survey }: WeighedWorld): Promise<Figure[]> {
  const page = await person.newPage();
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.goto(`${url}/persona-builder`);
    const shownAt = await page.waitForFunction((personas) => {
      const cards = [...document.querySelectorAll('main article')];
      return cards.length === personas && cards.every((card) => card.textContent.includes('%')) ? performance.now() : null;
    }, survey.personaIds.length, { polling: 'raf' });
    times.push(Number(await shownAt.jsonValue()));
  }
  const rounds = await countRounds(page, () => page.goto(`${url}/persona-builder`, { waitUntil: 'commit' }));
  await page.close();
  const warm = times.slice(1);
  const how = `from the start of navigation to the frame with all ${survey.personaIds.length} personas and their figures, ${toSpread(warm)}; data in ${rounds.length} rounds`;
  return [{ name: 'gallery-figures', value: percentile(warm, 0.5) / 1000, unit: 's', limit: { atMost: 2 }, against: 'the original: under 2 s', detail: how }];
}
