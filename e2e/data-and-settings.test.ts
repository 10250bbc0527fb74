import { afterAll, beforeAll, describe } from 'vitest';
import { describeImports } from './product/imports.ts';
import { describeRuns } from './product/runs.ts';
import { describeSettings } from './product/settings.ts';
import { closeWorld, openWorld } from './testing/world.ts';

/** A running product of its own, so that these tests go on beside those of the other pages. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('bringing a file in', () => {
  describeImports();
});
describe('runs', () => {
  describeRuns();
});
describe('settings', () => {
  describeSettings();
});
