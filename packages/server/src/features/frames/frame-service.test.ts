import { afterAll, describe, expect, it } from 'vitest';
import { Registry } from 'prom-client';
import { DatabaseError } from '../../db/database-error.ts';
import { Failure } from '../../failures/failure.ts';
import { testDatabase } from '../../testing/index.ts';
import { observeFrames } from './frame-metrics.ts';
import { FrameTooLarge } from './frame-too-large.ts';
import { expectedFrame, newHome, store, testFrames } from '../../testing/frame-world.ts';

const db = await testDatabase();
const { frames, logged } = testFrames(db);

const SPIN = { longestMs: 20_000 };
const WAIT = { total: 1 };
/** Jobs that end when they are told to: one awaits, the other never does. */
const BUSY = [['wait', WAIT], ['spin', SPIN]] as const;

describe('a job', () => {
  it('leaves the thread that asked free', async () => {
    const home = await newHome(db);
    const stop = new AbortController();
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
      if (ticks === 20) stop.abort(new Error('enough'));
    }, 1);
    afterAll(() => clearInterval(ticking));
    // It would go on for ever, were the timer not free to stop it.
    await expect(frames.run(home.tenantId, 'spin', SPIN, { signal: stop.signal })).rejects.toThrow('enough');
    expect(ticks).toBeGreaterThanOrEqual(20);
  });

  it('that is cancelled lets go of its thread, whether it computes or waits', async () => {
    const home = await newHome(db);
    for (const [name, input] of BUSY) {
      const stop = new AbortController();
      const reports: number[] = [];
      const running = frames.run(home.tenantId, name, input, { signal: stop.signal, report: (_, total) => {
        reports.push(total);
        stop.abort(new Error('no longer wanted'));
      } });
      await expect(running).rejects.toThrow('no longer wanted');
      expect(reports).toEqual([1]);
      expect((await frames.run(home.tenantId, 'see', [])).responses).toEqual([]);
    }
    await expect(frames.run(home.tenantId, 'spin', SPIN, { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });

  it('that fails tells why, with the classes that the caller knows', async () => {
    const home = await newHome(db);
    const failure = await frames.run(home.tenantId, 'fail', 'Because.').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 'no_rules', detail: 'Because.', problems: [{ path: 'a', message: 'b' }] });
    await expect(frames.run(home.tenantId, 'divide', 0)).rejects.toBeInstanceOf(DatabaseError);
    await expect(frames.run(home.tenantId, 'count', { rules: 3, window: { startDate: null, endDate: null } })).rejects.toThrow('do not parse');
  });

  it('whose thread breaks down fails, and the next one finds a new thread', async () => {
    const home = await newHome(db);
    await store(db, home, [{ data: { age: 1 } }]);
    await frames.run(home.tenantId, 'see', ['age']);
    const waiting = frames.run(home.tenantId, 'wait', WAIT);
    const breaking = frames.run(home.tenantId, 'breakDown', 3);
    await expect(breaking).rejects.toMatchObject({ code: 'not_ready' });
    await expect(waiting).rejects.toMatchObject({ code: 'not_ready' });
    expect(logged).toContain('A thread with frames ended while it had work');
    expect(await frames.run(home.tenantId, 'see', ['age'])).toMatchObject(await expectedFrame(db, home, ['age']));
  });

  it('that is running when the service is closed ends', async () => {
    const home = await newHome(db);
    const { frames: closed } = testFrames(db);
    const running: Promise<unknown>[] = [];
    for (const [name, input] of BUSY) {
      await new Promise<void>((resolve) => running.push(closed.run(home.tenantId, name, input, { report: () => resolve() })));
    }
    const ends = Promise.allSettled(running);
    await closed.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    await expect(closed.run(home.tenantId, 'see', [])).rejects.toMatchObject({ code: 'not_ready' });
    await closed.close();
  });
});

describe('the memory of frames', () => {
  const answers = (count: number) => Array.from({ length: count }, (_, index) => ({ data: { age: index, note: `a text of its own, number ${index}` } }));

  it('is kept within bounds by dropping what was unused for longest', async () => {
    const homes = [await newHome(db), await newHome(db), await newHome(db)];
    for (const home of homes) await store(db, home, answers(2000));
    const one = (await frames.run(homes[0]!.tenantId, 'see', ['note'])).bytes;
    const { frames: small } = testFrames(db, { memoryBytes: Math.floor(2.5 * one) });
    const see = async (index: number) => (await small.run(homes[index]!.tenantId, 'see', ['note'])).responses.length;
    for (const index of [0, 1, 0, 2]) expect(await see(index)).toBe(2000);
    expect(small.statistics()).toMatchObject({ frames: 2, loads: 3 });
    await see(0);
    expect(small.statistics().loads).toBe(3);
    await see(1);
    expect(small.statistics().loads).toBe(4);
  });

  it('is refused to a frame that would fill it alone, before or while it is loaded', async () => {
    const home = await newHome(db);
    await store(db, home, answers(3000));
    const { frames: tiny } = testFrames(db, { memoryBytes: 10_000 });
    await expect(tiny.run(home.tenantId, 'see', ['age'])).rejects.toBeInstanceOf(FrameTooLarge);
    const { frames: small } = testFrames(db, { memoryBytes: 150_000 });
    await expect(small.run(home.tenantId, 'see', ['note'])).rejects.toMatchObject({ code: 'over_capacity', allowedBytes: 150_000 });
    expect(small.statistics()).toMatchObject({ frames: 0, bytes: 0 });
    const neighbour = await newHome(db);
    await store(db, neighbour, [{ data: { age: 1 } }]);
    expect((await small.run(neighbour.tenantId, 'see', ['age'])).responses).toHaveLength(1);
  });

  it('is given back by columns that one job wanted when the next one needs it', async () => {
    const home = await newHome(db);
    await store(db, home, answers(2000));
    const one = (await frames.run(home.tenantId, 'see', ['note'])).bytes;
    const { frames: small } = testFrames(db, { memoryBytes: Math.floor(1.3 * one) });
    await small.run(home.tenantId, 'see', ['note']);
    expect((await small.run(home.tenantId, 'see', ['NOTE', 'age'].slice(1))).attributes).toEqual(['age']);
  });

  it('is let go of when nobody asks any more', async () => {
    const home = await newHome(db);
    await store(db, home, answers(10));
    const { frames: forgetful } = testFrames(db, { idleMs: 20 });
    await forgetful.run(home.tenantId, 'see', ['age']);
    while (forgetful.statistics().frames > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(forgetful.statistics()).toMatchObject({ frames: 0, bytes: 0, loads: 1, loadedRows: 10 });
  });

  it('is told to whoever scrapes the metrics', async () => {
    const home = await newHome(db);
    await store(db, home, answers(10));
    const { frames: observed } = testFrames(db);
    const registry = new Registry();
    observeFrames(observed, registry);
    await observed.run(home.tenantId, 'see', ['age']);
    const text = await registry.metrics();
    for (const line of ['likeness_frames 1', 'likeness_frame_rows 10', 'likeness_frame_loads_total 1', 'likeness_frame_loaded_rows_total 10']) expect(text).toContain(line);
    expect(text).toMatch(/likeness_frame_bytes [1-9]/);
  });
});
