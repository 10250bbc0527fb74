import { describe, expect, it } from 'vitest';
import { writeInTurn } from './write-in-turn.ts';

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('writeInTurn', () => {
  it('makes each piece while the one before is being written, and writes one at a time', async () => {
    const seen: string[] = [];
    function* pieces(): Generator<number> {
      for (const piece of [1, 2, 3]) {
        seen.push(`make ${piece}`);
        yield piece;
      }
    }
    const written = await writeInTurn(pieces(), async (piece) => {
      // As a driver does, which sends a little after it was asked.
      await Promise.resolve();
      seen.push(`send ${piece}`);
      await later();
      seen.push(`done ${piece}`);
      return 10 * piece;
    });
    expect(written).toBe(60);
    expect(seen).toEqual(['make 1', 'send 1', 'make 2', 'done 1', 'send 2', 'make 3', 'done 2', 'send 3', 'done 3']);
  });

  it('rejects with what went wrong, and has nothing under way then', async () => {
    let underWay = 0;
    const write = async (piece: number): Promise<number> => {
      underWay += 1;
      await later();
      underWay -= 1;
      if (piece === 2) throw new Error('refused');
      return 1;
    };
    await expect(writeInTurn([1, 2, 3, 4], write)).rejects.toThrow('refused');
    function* broken(): Generator<number> {
      yield 1;
      throw new Error('cannot be made');
    }
    await expect(writeInTurn(broken(), write)).rejects.toThrow('cannot be made');
    expect(underWay).toBe(0);
  });

  it('is content with nothing to write', async () => {
    expect(await writeInTurn([], async () => 1)).toBe(0);
  });
});
