import { afterAll, beforeAll, describe } from 'vitest';
import { describeAnalyticsTab } from './product/analytics.ts';
import { describeFirstPage } from './product/first-page.ts';
import { describeGallery } from './product/gallery.ts';
import { describeInvitation } from './product/invitation.ts';
import { describeJourneys } from './product/journeys.ts';
import { describePageStates } from './product/page-states.ts';
import { describePortfolio } from './product/portfolio.ts';
import { describeResponses } from './product/responses.ts';
import { describeShell } from './product/shell.ts';
import { describeTwoTenants } from './product/two-tenants.ts';
import { closeWorld, openWorld } from './testing/world.ts';

/** All that needs a running product and does not stop it shares one: to start it is the dearest part of these tests. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('the first page', () => {
  describeFirstPage();
});
describe('what is done in the gallery', () => {
  describeGallery();
});
describe('a persona\'s Analytics tab', () => {
  describeAnalyticsTab();
});
describe('the frame around the pages', () => {
  describeShell();
});
describe('what the page says when there is nothing to show', () => {
  describePageStates();
});
describe('the portfolio', () => {
  describePortfolio();
});
describe('responses and respondents', () => {
  describeResponses();
});
describe('the original\'s journeys, through the SDK', () => {
  describeJourneys();
});
describe('an invitation', () => {
  describeInvitation();
});
describe('two tenants', () => {
  describeTwoTenants();
});
