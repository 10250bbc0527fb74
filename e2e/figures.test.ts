import { afterAll, beforeAll, describe } from 'vitest';
import { describeAnalyticsTab } from './product/analytics.ts';
import { describePortfolio } from './product/portfolio.ts';
import { describeResponses } from './product/responses.ts';
import { closeWorld, openWorld } from './testing/world.ts';

/** The pages of figures and of what is behind them. A running product of their own, so that they go on beside the others. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

describe('a persona\'s Analytics tab', () => {
  describeAnalyticsTab();
});
describe('the portfolio', () => {
  describePortfolio();
});
describe('responses and respondents', () => {
  describeResponses();
});
