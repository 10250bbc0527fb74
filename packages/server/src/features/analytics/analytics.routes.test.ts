import { describe, expect, it } from 'vitest';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testEdge } from '../../testing/test-edge.ts';
import { createMatchResponseService } from '../matching/match-response.service.ts';
import { matchingRoutes } from '../matching/matching.routes.ts';
import { createTopMatchService } from '../matching/top-matches.service.ts';
import { analyticsRoutes } from './analytics.routes.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { createAnalyticsService } from './analytics.service.ts';
import { createPortfolioService } from './portfolio.service.ts';
import { createPreviewService } from './preview.service.ts';
import { MAYA, makeSmallSurvey } from './small-survey.testing.ts';

const db = await testDatabase();
const clock = fakeClock('2026-04-01T09:00:00Z');
const theirs = await makeSmallSurvey(db, 2);
const { caller, maya, responseIds } = await makeSmallSurvey(db, 1);
const edge = await testEdge([
  ...analyticsRoutes({
    analytics: createAnalyticsService({ db, clock }), preview: createPreviewService({ db, clock, frames: testFrames(db) }), portfolio: createPortfolioService({ db, clock, frames: testFrames(db) }),
  }),
  ...matchingRoutes({ matches: createMatchResponseService({ db }), topMatches: createTopMatchService({ db }) }),
]);
const PERSONA = `/api/cx-personas/${maya}`;

describe('the analytics interface', () => {
  it('answers as the contract says', async () => {
    expect(await edge.send(caller, 'GET', `${PERSONA}/analytics?startDate=2026-03-28&endDate=2026-03-30`)).toMatchObject({ status: 200, body: { match_statistics: { total_responses: 5 } } });
    expect(await edge.send(caller, 'GET', '/api/cx-personas/portfolio')).toMatchObject({ status: 200, body: { total_customers: 5 } });
    expect(await edge.send(caller, 'POST', '/api/cx-personas/preview', { mapping_rules: MAYA })).toMatchObject({ status: 200, body: { strictest_rule: 'plan' } });
    expect(await edge.send(caller, 'POST', `${PERSONA}/match-response`, { responseId: responseIds[0] })).toMatchObject({ status: 200, body: { score: 100 } });
  });

  it('pages through top matches by the cursor alone', async () => {
    type Page = { items: { response_id: number }[]; next_cursor: string | null };
    const seen: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { body: Page } = await edge.send<Page>(caller, 'GET', `${PERSONA}/top-matches?limit=4${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items.map((item) => item.response_id));
      cursor = page.body.next_cursor;
    }
    expect(seen.toSorted()).toEqual(responseIds.toSorted());
  });

  it.each([
    ['/analytics?startDate=2026-13-01', 422],
    ['/analytics?startDate=0000-01-01', 422],
    ['/analytics?startDate=2026-03-02&endDate=2026-03-01', 422],
    ['/analytics?startDate=0001-01-01&endDate=9999-12-31', 200],
    ["/analytics?startDate=2026-03-01'; drop table cx_personas; --", 422],
    ['/top-matches?limit=0', 422],
    ['/top-matches?limit=101', 422],
    [`/top-matches?cursor=${Buffer.from('[50,1,1e300,1.5]').toString('base64url')}`, 422],
    [`/top-matches?cursor=${Buffer.from('[1e9,-5,-9e15,-1]').toString('base64url')}`, 200],
  ])('takes %s for what it is: %i', async (query, status) => {
    expect((await edge.send(caller, 'GET', encodeURI(`${PERSONA}${query}`))).status).toBe(status);
  });

  it('does not know a persona or a response of a neighbour, just like one that does not exist', async () => {
    for (const id of [theirs.maya, 999_999, 0, 'x', 1e20]) {
      for (const path of ['analytics', 'top-matches']) {
        expect(await edge.send(caller, 'GET', `/api/cx-personas/${id}/${path}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
      }
    }
    expect(await edge.send(caller, 'POST', `${PERSONA}/match-response`, { responseId: theirs.responseIds[0] })).toMatchObject({ status: 404 });
    expect(await edge.send(caller, 'POST', '/api/cx-personas/preview', { mapping_rules: MAYA, persona_id: theirs.maya })).toMatchObject({ status: 404 });
  });

  it('names the place of every wrong rule, whatever it holds', async () => {
    const send = (rules: object) => edge.send<{ code: string; errors: { path: string }[] }>(caller, 'POST', '/api/cx-personas/preview', { mapping_rules: rules });
    const { status, body } = await send({ constructor: { min: 1 }, age: { min: 'x' }, "'; drop table cx_personas; --": [] });
    expect([status, body.code]).toEqual([422, 'invalid_rules']);
    expect(body.errors.map(({ path }) => path)).toEqual(['mapping_rules.age.min', `mapping_rules["'; drop table cx_personas; --"]`]);
    expect((await send(JSON.parse('{"__proto__": {"min": 1}}') as object)).status).toBe(400);
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`q${index}`, ['x']]));
    expect(await send(many)).toMatchObject({ status: 422, body: { code: 'invalid_rules' } });
  });
});
