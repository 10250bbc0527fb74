import { type LikenessClient, unwrap } from '@likeness/sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { endOfRun } from '../testing/wait-for-runs.ts';
import { world } from '../testing/world.ts';

const ALL_DAYS = { days: 3650 };
const OLIVIA = { age: 44, occupation: 'Operations manager', company_size: '10-49', goals: ['Reduce manual errors'], plan: 'Business' };

let client: LikenessClient;
let personaId: number;
let formId: number;
let total: number;
const persona = () => ({ params: { path: { id: personaId } } });

/** What people did with the original over HTTP, done through the SDK. */
export function describeJourneys(): void {
  beforeAll(async () => {
    ({ client } = world());
    const personas = unwrap(await client.GET('/api/cx-personas')).items;
    personaId = personas.find(({ name }) => name.startsWith('Olivia'))?.id ?? 0;
    formId = unwrap(await client.GET('/api/forms')).items.find(({ name }) => name === 'Quarterly survey')?.id ?? 0;
    total = unwrap(await client.GET('/api/cx-personas/portfolio')).total_responses;
  });
  describe('analytics', () => {
    describeAnalytics();
  });
  describe('calculations', () => {
    describeCalculations();
  });
  describe('responses', () => {
    describeResponses();
  });
}

function describeAnalytics(): void {
  it('analytics: bands add up to all responses, and shares lie inside each other and their intervals', async () => {
    const { match_statistics: match, coverage, strong_coverage: strong, prevalence, persona_name } = unwrap(
      await client.GET('/api/cx-personas/{id}/analytics', persona()),
    );
    expect(persona_name).toMatch(/^Olivia/);
    expect(match.total_responses).toBe(total);
    expect(match.distribution.strong + match.distribution.moderate + match.distribution.weak).toBe(total);
    expect(coverage.total_customers).toBeLessThan(total);
    expect(strong.persona_customers).toBeLessThanOrEqual(coverage.persona_customers);
    expect(prevalence.persona_customers).toBeLessThanOrEqual(strong.persona_customers);
    for (const { percentage, interval } of [coverage, strong, prevalence]) {
      expect(percentage).toBeGreaterThanOrEqual(interval[0] ?? Infinity);
      expect(percentage).toBeLessThanOrEqual(interval[1] ?? -Infinity);
    }
  });

  it('analytics of a month counts that month only', async () => {
    const newest = unwrap(await client.GET('/api/responses', { params: { query: { limit: 1 } } })).items[0]?.submitted_at ?? '';
    const month = newest.slice(0, 7);
    const query = { startDate: `${month}-01`, endDate: newest.slice(0, 10) };
    const { match_statistics } = unwrap(await client.GET('/api/cx-personas/{id}/analytics', { params: { path: { id: personaId }, query } }));
    expect(match_statistics.total_responses).toBeGreaterThan(0);
    expect(match_statistics.total_responses).toBeLessThan(total);
  });

  it('top-matches go down from page to page, each response once, with the reason', async () => {
    const seen = new Set<number>();
    const scores: number[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 3; page++) {
      const query = { limit: 10, ...(cursor !== undefined && { cursor }) };
      const matches = unwrap(await client.GET('/api/cx-personas/{id}/top-matches', { params: { path: { id: personaId }, query } }));
      for (const { response_id, match_score, matched_attributes } of matches.items) {
        seen.add(response_id);
        scores.push(match_score);
        expect(Object.keys(matched_attributes)).toContain('age');
      }
      cursor = matches.next_cursor ?? undefined;
    }
    expect(seen.size).toBe(30);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
}

function describeCalculations(): void {
  it('batch-calculate scores every response and changes nothing that was right', async () => {
    const before = unwrap(await client.GET('/api/cx-personas/{id}/analytics', persona()));
    const result = unwrap(await client.POST('/api/cx-personas/{id}/batch-calculate', persona()));
    const after = unwrap(await client.GET('/api/cx-personas/{id}/analytics', persona()));
    expect(result).toMatchObject({ success: true, processed: total });
    expect(after.match_statistics).toEqual(before.match_statistics);
    expect(result).toHaveProperty('matched', before.match_statistics.distribution.strong + before.match_statistics.distribution.moderate);
  });

  it('batch-calculate with respond-async gives a run to follow', async () => {
    const answer = await client.POST('/api/cx-personas/{id}/batch-calculate', {
      params: { path: { id: personaId }, header: { prefer: 'respond-async' } },
    });
    expect(answer.response.status).toBe(202);
    const run = unwrap(answer);
    const id = 'id' in run ? run.id : 0;
    expect(await endOfRun(client, id)).toMatchObject({ status: 'succeeded', persona_id: personaId });
  });

  it('sync writes snapshots, and evolution gives them oldest first', async () => {
    const result = unwrap(await client.POST('/api/cx-personas/{id}/sync', persona()));
    expect(result).toMatchObject({ success: true });
    const evolution = unwrap(await client.GET('/api/cx-personas/{id}/evolution', { params: { path: { id: personaId }, query: ALL_DAYS } }));
    const days = evolution.map(({ snapshot_date }) => snapshot_date);
    expect(days.length).toBeGreaterThan(300);
    expect(days).toEqual(days.toSorted());
    expect(new Set(days).size).toBe(days.length);
    expect(evolution.reduce((sum, { response_count }) => sum + response_count, 0)).toBe(total);
    const again = unwrap(await client.POST('/api/cx-personas/{id}/sync', persona()));
    expect('days_written' in again ? again.days_written : -1).toBeLessThanOrEqual(1);
  });

  it('a persona in the short form is calculated when it is created, and preview foretold it', async () => {
    const mapping_rules = { age: { min: 25, max: 40 }, location: ['London', 'Manchester'], goals: ['Increase productivity'] };
    const preview = unwrap(await client.POST('/api/cx-personas/preview', { body: { mapping_rules } }));
    const created = unwrap(await client.POST('/api/cx-personas', { body: { name: 'Maya, product manager', mapping_rules } }));
    expect(await endOfRun(client, created.run?.id ?? 0)).toMatchObject({ status: 'succeeded' });
    const { match_statistics, coverage, strong_coverage } = unwrap(
      await client.GET('/api/cx-personas/{id}/analytics', { params: { path: { id: created.id } } }),
    );
    expect({ match_statistics, coverage, strong_coverage }).toEqual({
      match_statistics: preview.match_statistics,
      coverage: preview.coverage,
      strong_coverage: preview.strong_coverage,
    });
  });
}

function describeResponses(): void {
  it('a submitted response is scored at once, and match-response agrees', async () => {
    const stored = unwrap(await client.POST('/api/forms/{id}/responses', { params: { path: { id: formId } }, body: { response_data: OLIVIA } }));
    const responseId = 'id' in stored ? stored.id : 0;
    const submitted = 'scores' in stored ? stored.scores.find(({ persona_id }) => persona_id === personaId) : undefined;
    const match = unwrap(await client.POST('/api/cx-personas/{id}/match-response', { ...persona(), body: { responseId } }));
    expect(submitted).toMatchObject({ match_score: 100, band: 'strong' });
    expect(match).toMatchObject({ score: 100, band: 'strong', evidence: 1, totalRules: 5, matchedRules: 5 });
    expect(match.matchedAttributes.age).toMatchObject({ actual: 44, match: true });
  });
}
