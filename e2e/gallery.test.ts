import { afterAll, beforeAll, describe } from 'vitest';
import { describeFirstPage } from './product/first-page.ts';
import { describeGallery } from './product/gallery.ts';
import { describeInvitation } from './product/invitation.ts';
import { describePageStates } from './product/page-states.ts';
import { closeWorld, openWorld } from './testing/world.ts';

/** The first page: for whom it opens, what stands there, and what is done there. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('the first page', () => {
  describeFirstPage();
});
describe('what is done in the gallery', () => {
  describeGallery();
});
describe('what the page says when there is nothing to show', () => {
  describePageStates();
});
describe('an invitation', () => {
  describeInvitation();
});
