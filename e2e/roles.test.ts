import { afterAll, beforeAll, describe } from 'vitest';
import { describeRoles } from './product/roles.ts';
import { closeWorld, openWorld } from './testing/world.ts';

beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('roles', () => {
  describeRoles();
});
