import { startVitest } from 'vitest/node';
import type { TestModule, Vitest } from 'vitest/node';
import { findBrowser } from './browser.ts';

/**
 * `npm test`: every test of the repository, on a real PostgreSQL and in a real browser; arguments select files.
 *
 * Tests find the browser in CHROME_PATH and, as JSON, the environment it needs in CHROME_ENV. The last line is
 * `N passed, N failed`; a file that could not be loaded counts as one failure. Exit code 1 if anything failed, an error
 * went unhandled, or nothing ran.
 */
async function main(): Promise<void> {
  const browser = await findBrowser();
  process.env.CHROME_PATH = browser.path;
  process.env.CHROME_ENV = JSON.stringify(browser.env);
  const vitest = await startVitest('test', process.argv.slice(2), { run: true, watch: false });
  const modules = vitest.state.getTestModules();
  const passed = modules.reduce((sum, module) => sum + count(module, 'passed'), 0);
  const failed = modules.reduce((sum, module) => sum + count(module, 'failed') + (couldNotLoad(module) ? 1 : 0), 0);
  const unhandled = countUnhandled(vitest);
  await vitest.close();
  if (unhandled > 0) console.log(`${unhandled} unhandled errors, see above`);
  console.log(`${passed} passed, ${failed + unhandled} failed`);
  process.exit(failed + unhandled > 0 || passed === 0 ? 1 : 0);
}

function count(module: TestModule, state: 'passed' | 'failed'): number {
  return [...module.children.allTests(state)].length;
}

function couldNotLoad(module: TestModule): boolean {
  return module.state() === 'failed' && count(module, 'failed') === 0;
}

function countUnhandled(vitest: Vitest): number {
  return vitest.state.getUnhandledErrors().length;
}

await main();
