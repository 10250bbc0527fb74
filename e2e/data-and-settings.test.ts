import { afterAll, beforeAll, describe } from 'vitest';
import { describeErasing } from './product/erasing.ts';
import { describeImports } from './product/imports.ts';
import { describeNewcomer } from './product/newcomer.ts';
import { describeRuns } from './product/runs.ts';
import { describeSettings } from './product/settings.ts';
import { closeWorld, openWorld } from './testing/world.ts';

/** A running product of its own, so that these tests go on beside those of the other pages. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('the first minute', () => {
  describeNewcomer();
});
describe('bringing a file in', () => {
  describeImports();
});
describe('runs', () => {
  describeRuns();
});
describe('settings', () => {
  describeSettings();
});
describe('deleting all data', () => {
  describeErasing();
});
