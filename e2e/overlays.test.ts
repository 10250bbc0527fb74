import { afterAll, beforeAll, describe } from 'vitest';
import { describeOverlays } from './product/overlays.ts';
import { closeWorld, openWorld } from './testing/world.ts';

beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('overlays', () => {
  describeOverlays();
});
