import { calculateScores, createFrameService, type Database } from '@likeness/server/bench';
import { withBenchDatabase } from './bench-database.ts';
import { withBenchServer } from './bench-server.ts';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { measureLoad } from './http-load.ts';
import { loadSurvey } from './load-survey.ts';
import { toCount } from './measure.ts';
import { surveyResponse } from './survey-data.ts';

/** How many single responses a second can be submitted when each is scored under 50 personas, beside none? Over real HTTP. */
export const benchmark: Benchmark = {
  targets: { 'submit-50-personas-vs-none': { atLeast: 0.7 } },
  run: ({ isQuick }) => withBenchDatabase((db) => compare(db, isQuick ? { requests: 300, rounds: 1 } : { requests: 2000, rounds: 4 })),
};

const PERSONAS = 50;
const RESPONSES = 1000;
const CONNECTIONS = 16;

async function compare(db: Database, { requests, rounds }: { requests: number; rounds: number }): Promise<BenchmarkResult[]> {
  const scored = await loadSurvey(db, { tenantId: 101, responseCount: RESPONSES, personas: PERSONAS });
  const plain = await loadSurvey(db, { tenantId: 102, responseCount: RESPONSES, personas: 0 });
  await calculateAll(db, scored.tenantId);
  const bodies = Array.from({ length: 500 }, (_, index) => JSON.stringify({ response_data: surveyResponse(index, RESPONSES).data }));
  const best = await withBenchServer(db, async ({ url, headersFor }) => {
    const submit = async ({ tenantId, formId }: typeof plain): Promise<number> => {
      const headers = { ...(await headersFor(tenantId)), 'content-type': 'application/json' };
      const load = { url: `${url}/api/forms/${formId}/responses`, method: 'POST', headers, bodies, connections: CONNECTIONS, requests, warmUpRequests: 200 } as const;
      return (await measureLoad(load)).perSecond;
    };
    const rates: { with50: number[]; withNone: number[] } = { with50: [], withNone: [] };
    for (let round = 0; round < rounds; round += 1) {
      rates.withNone.push(await submit(plain));
      rates.with50.push(await submit(scored));
    }
    return rates;
  });
  await requireScores(db, scored.tenantId);
  const [with50, withNone] = [Math.max(...best.with50), Math.max(...best.withNone)];
  return [{
    name: 'submit-50-personas-vs-none', ratio: with50 / withNone, unit: 'responses submitted a second, one a request', against: 'a tenant without personas',
    detail: `${toCount(with50)}/s scored under ${PERSONAS} personas, ${toCount(withNone)}/s under none; ${CONNECTIONS} connections, best of ${rounds}`,
  }];
}

async function calculateAll(db: Database, tenantId: number): Promise<void> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const frames = createFrameService({ db, log, memoryBytes: 100_000_000, threads: 1 });
  try {
    await calculateScores(frames, tenantId, { personaIds: null });
  } finally {
    await frames.close();
  }
}

/** Every submission was scored under all personas. */
async function requireScores(db: Database, tenantId: number): Promise<void> {
  const { rows } = await db.owner.query<{ responses: number; scores: number }>(
    'SELECT (SELECT count(*) FROM form_responses WHERE tenant_id = $1) AS responses, (SELECT count(*) FROM persona_matches WHERE tenant_id = $1) AS scores',
    [tenantId],
  );
  const { responses = 0, scores = 0 } = rows[0] ?? {};
  if (responses <= RESPONSES || scores !== PERSONAS * responses) throw new Error(`${responses} responses have ${scores} scores`);
}
