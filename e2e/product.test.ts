import { afterAll, beforeAll, describe } from 'vitest';
import { describeJourneys } from './product/journeys.ts';
import { describeShell } from './product/shell.ts';
import { describeTwoTenants } from './product/two-tenants.ts';
import { closeWorld, openWorld } from './testing/world.ts';

/** What needs a running product and does not stop it shares one a file: to start it is the dearest part of these tests. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('the frame around the pages', () => {
  describeShell();
});
describe('the original\'s journeys, through the SDK', () => {
  describeJourneys();
});
describe('two tenants', () => {
  describeTwoTenants();
});
