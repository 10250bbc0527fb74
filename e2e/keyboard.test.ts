import { afterAll, beforeAll, describe } from 'vitest';
import { describeKeyboard } from './product/keyboard.ts';
import { closeWorld, openWorld } from './testing/world.ts';

beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('keyboard', () => {
  describeKeyboard();
});
