import { describe, expect, it } from 'vitest';
import { type Run, toResults, toRunView } from './to-run-view.ts';

const run: Run = {
  id: 1, kind: 'sync', status: 'running', persona_id: 3, import_id: null, done: 50, total: 200, attempt: 1, result: null, error: null, requested_by: 'user:a', requested_by_name: 'Ann',
  created_at: '2026-01-01T00:00:00.000Z', started_at: '2026-01-01T00:00:01.000Z', finished_at: null,
};

describe('a run in the table', () => {
  it('says how far it is while it is under way', () => {
    expect(toRunView(run)).toMatchObject({ isUnderWay: true, percent: 25, tookMs: null, canRetry: false });
    expect(toRunView({ ...run, total: null }).percent).toBeNull();
  });

  it('says how long it took once it has ended', () => {
    const ended: Run = { ...run, status: 'succeeded', done: 200, finished_at: '2026-01-01T00:00:03.500Z', result: { days_written: 4, note: 'x' } };
    expect(toRunView(ended)).toMatchObject({ isUnderWay: false, percent: null, tookMs: 2500, canRetry: false });
    expect(toResults(ended)).toEqual([{ name: 'days written', count: 4 }]);
  });

  it('can be done again when it has failed', () => expect(toRunView({ ...run, status: 'failed' }).canRetry).toBe(true));
});
