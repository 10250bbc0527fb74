import { afterAll, beforeAll, describe } from 'vitest';
import { describeRefusedReads } from './product/trouble-reads.ts';
import { closeWorld, openWorld } from './testing/world.ts';

/** What every page says when what it shows does not arrive. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('what does not load', () => {
  describeRefusedReads();
});
