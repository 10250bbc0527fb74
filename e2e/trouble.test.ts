import { afterAll, beforeAll, describe } from 'vitest';
import { describeKilledServer, describeLine } from './product/trouble-line.ts';
import { describeTogether } from './product/trouble-together.ts';
import { describeRefusedWrites } from './product/trouble-writes.ts';
import { closeWorld, openWorld } from './testing/world.ts';

/** What goes wrong between a page and its server: each has a state that says what happened and what to do, and loses no typing. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('what is not stored', () => {
  describeRefusedWrites();
});
describe('two people, and second thoughts', () => {
  describeTogether();
});
describe('the line', () => {
  describeLine();
});
describe('a killed server', () => {
  describeKilledServer();
});
