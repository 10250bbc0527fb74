import { sql } from 'kysely';
import { compileKernel, countPatterns, parseRuleSet, type DayWindow } from '@likeness/core';
import { withTenant } from '../../db/tenant-scope.ts';
import { Failure } from '../../failures/failure.ts';
import type { FrameContext, FrameJob, FrameJobTable } from './frame-job.ts';

/** A response as the frame has it: cells are JSON text by attribute, those of several keys joined by ` | `, '' for none. */
export type SeenResponse = { id: number; day: string; cells: Record<string, string> };

/** What a frame holds, by id; and the ids that a later response of the same person supersedes. */
export type SeenFrame = { responses: SeenResponse[]; superseded: number[]; attributes: string[]; bytes: number };

/** Jobs of the tests: what a frame holds, and every way a job can go wrong. */
export const frameJobs = {
  see: job((context, attributes: string[]) => see(context, attributes)),

  /** Sees the frame inside of a transaction that stores a response and then undoes it. */
  seeOwnWrites: job(async (context, { formId, attributes }: { formId: number; attributes: string[] }) => {
    let seen: SeenFrame | undefined;
    const undone = new Error('undone');
    await withTenant(context.db, context.tenantId, async (trx, session) => {
      await sql`INSERT INTO form_responses (tenant_id, form_id, submitted_at, response_data) VALUES (${context.tenantId}, ${formId}, now(), '{"age": 99}')`.execute(trx);
      seen = await see(context, attributes, { trx, session });
      throw undone;
    }).catch((error: unknown) => {
      if (error !== undone) throw error;
    });
    if (seen === undefined) throw new Error('Nothing was seen');
    return seen;
  }),

  /** How many responses, and how many people, match these rules in the window? */
  count: job(async (context, { rules, window }: { rules: unknown; window: DayWindow }) => {
    const parsed = parseRuleSet(rules);
    if (!parsed.ok) throw new Error('The rules do not parse');
    const { frame, dictionaries } = await context.open(['age', 'location']);
    const kernel = compileKernel(parsed.ruleSet, frame, dictionaries.thresholds);
    const matching = { responses: 0, respondents: 0 };
    for (const { pattern, responses, respondents } of countPatterns(kernel, frame, window) ?? []) {
      if (kernel.scoreOf(pattern).band === 'weak') continue;
      matching.responses += responses;
      matching.respondents += respondents;
    }
    return matching;
  }),

  /** Computes without ever awaiting, until it is told to stop. */
  spin: job(async (context, { longestMs }: { longestMs: number }) => {
    context.report(0, 1);
    const startMs = performance.now();
    while (!context.isCancelled()) if (performance.now() - startMs > longestMs) throw new Error('Nobody stopped it');
    return 'stopped';
  }),

  /** Awaits until it is told to stop. */
  wait: job(async (context, { total }: { total: number }): Promise<never> => {
    context.report(0, total);
    await new Promise<void>((resolve) => context.signal.addEventListener('abort', () => resolve(), { once: true }));
    throw context.signal.reason;
  }),

  breakDown: job(async (_: FrameContext, exitCode: number): Promise<never> => process.exit(exitCode)),
  fail: job(async (_: FrameContext, detail: string): Promise<never> => {
    throw new Failure('no_rules', detail, [{ path: 'a', message: 'b' }]);
  }),
  divide: job((context, divisor: number): Promise<never> =>
    withTenant(context.db, context.tenantId, async (trx) => {
      await sql`SELECT 1 / ${divisor}::int`.execute(trx);
      throw new Error('That should have failed');
    })),
} satisfies FrameJobTable;

function job<Input, Answer>(run: FrameJob<Input, Answer>['run']): FrameJob<Input, Answer> {
  return { run };
}

async function see(context: FrameContext, attributes: string[], within?: Parameters<FrameContext['open']>[1]): Promise<SeenFrame> {
  const { frame } = await context.open(attributes, within);
  const decoder = new TextDecoder();
  const responses: SeenResponse[] = [];
  for (let row = 0; row < frame.rowCount; row += 1) {
    if (frame.isErased(row)) continue;
    const cells = attributes.map((attribute) => {
      const { codes, answers } = frame.getColumn(attribute);
      const code = codes.get(row);
      return [attribute, code === 0 ? '' : answers.splitCells(code).map((cell) => decoder.decode(cell)).join(' | ')];
    });
    responses.push({ id: frame.idOf(row), day: frame.dayOf(row), cells: Object.fromEntries(cells) as Record<string, string> });
  }
  responses.sort((a, b) => a.id - b.id);
  const superseded = [...frame.supersededRows({ startDate: null, endDate: null })].map((row) => frame.idOf(row)).toSorted((a, b) => a - b);
  return { responses, superseded, attributes: [...frame.attributes], bytes: frame.byteCount };
}
