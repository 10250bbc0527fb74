import { LikenessError } from '@likeness/sdk';
import { expect, it } from 'vitest';
import { BrokenOffError, receiveFile } from './receive-file.ts';

const response = new Response(null, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
const signal = new AbortController().signal;
const streamOf = (chunks: string[], end: 'whole' | 'broken'): ReadableStream =>
  new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk !== undefined) controller.enqueue(new TextEncoder().encode(chunk));
      else if (end === 'whole') controller.close();
      else controller.error(new TypeError('network error'));
    },
  });

it('is whole, with a byte order mark as CSV only, and says how much is there', async () => {
  const heard: number[] = [];
  const csv = await receiveFile({ data: streamOf(['a,b\r\n', '1,é\r\n'], 'whole'), response }, 'csv', signal, (bytes) => heard.push(bytes));
  expect(new Uint8Array(await csv.arrayBuffer()).slice(0, 4)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]));
  expect(await csv.text()).toBe('a,b\r\n1,é\r\n');
  expect(csv.type).toBe('text/csv; charset=utf-8');
  expect(heard).toEqual([5, 11]);
  const workbook = await receiveFile({ data: streamOf(['PK'], 'whole'), response }, 'xlsx', signal, () => undefined);
  expect(workbook.size).toBe(2);
});

it('is nothing at all when it breaks off, and says why when it was refused or stopped', async () => {
  await expect(receiveFile({ data: streamOf(['a,b\r\n'], 'broken'), response }, 'csv', signal, () => undefined)).rejects.toBeInstanceOf(BrokenOffError);
  const refused = { error: { code: 'too_large', detail: 'At most 500000 cells.' }, response: new Response(null, { status: 413 }) };
  await expect(receiveFile(refused, 'xlsx', signal, () => undefined)).rejects.toBeInstanceOf(LikenessError);
  const stopped = AbortSignal.abort(new DOMException('stopped', 'AbortError'));
  await expect(receiveFile({ data: streamOf([], 'broken'), response }, 'csv', stopped, () => undefined)).rejects.toMatchObject({ name: 'AbortError' });
});
