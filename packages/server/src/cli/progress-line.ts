import type { CommandContext } from './command.ts';

const MS_BETWEEN_DRAWINGS = 100;
/** Quick files show nothing. */
const MS_BEFORE_FIRST = 400;

/** One line on a terminal that is drawn anew as work goes on. */
export type ProgressLine = { show(rows: number, expectedRows: number): void; clear(): void };

/**
 * Progress on standard error: a line that is redrawn at most ten times a second, and nothing at all where standard
 * error is no terminal, so that logs stay readable.
 */
export function progressLine(err: CommandContext['err']): ProgressLine {
  let drawnAt = performance.now() + MS_BEFORE_FIRST - MS_BETWEEN_DRAWINGS;
  let isShown = false;
  return {
    show(rows, expectedRows) {
      const now = performance.now();
      if (err.isTTY !== true || now - drawnAt < MS_BETWEEN_DRAWINGS) return;
      drawnAt = now;
      isShown = true;
      const percent = Math.min(99, Math.floor((100 * rows) / Math.max(1, expectedRows)));
      err.write(`\r\u001b[K${rows.toLocaleString('en')} rows read, about ${percent} %`);
    },
    clear() {
      if (isShown) err.write('\r\u001b[K');
      isShown = false;
    },
  };
}
