import { afterAll, beforeAll, describe } from 'vitest';
import { describeCanvas } from './product/canvas.ts';
import { describeRules } from './product/rules.ts';
import { closeWorld, openWorld } from './testing/world.ts';

/** The Canvas of a persona changes and makes many of them: it has a product of its own. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('the card of a persona', () => {
  describeCanvas();
});
describe('the rules of a persona', () => {
  describeRules();
});
