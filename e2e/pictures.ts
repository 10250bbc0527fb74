import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clientOfContext } from './testing/client-of-context.ts';
import { makeDataFolder, removeLikeness, startLikeness } from './testing/likeness-process.ts';
import { openBrowser } from './testing/open-browser.ts';
import { waitForRuns } from './testing/wait-for-runs.ts';

const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url));
const PICTURES = [
  { name: 'first-page-light', colorScheme: 'light', viewport: { width: 1280, height: 1020 } },
  { name: 'first-page-dark', colorScheme: 'dark', viewport: { width: 1280, height: 1020 } },
  { name: 'first-page-phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const;

/** `node e2e/pictures.ts`: takes the documentation's pictures of the first page from a freshly started server. */
const likeness = await startLikeness(makeDataFolder());
const browser = await openBrowser();
try {
  const person = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
  const page = await person.newPage();
  await page.goto(likeness.signInLink);
  await waitForRuns(await clientOfContext(person, likeness.url));
  await page.reload();
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const { name, colorScheme, viewport } of PICTURES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    await page.getByRole('article').first().waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const picture = await page.screenshot({ path: `${FOLDER}${name}.png` });
    console.log(`docs/images/${name}.png: ${Math.ceil(picture.length / 1000)} kB`);
  }
} finally {
  await browser.close();
  await removeLikeness(likeness);
}
