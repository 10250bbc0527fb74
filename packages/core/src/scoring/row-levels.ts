import type { Kernel } from '../frame/kernel.ts';
import type { Score } from '../rules/rule-set.ts';

/** How well a response fits, as a number that grows with it: weak, moderate, strong, and strong by every rule. */
export const WEAK = 0;
export const MODERATE = 1;
export const STRONG = 2;
export const EVERY_RULE = 3;
/** One more than the highest level. */
export const LEVEL_COUNT = 4;

const UNKNOWN = 255;

/** The level of a score. Who passes every rule is strong too, whatever the thresholds. */
export function levelOf({ band, everyRule }: Pick<Score, 'band' | 'everyRule'>): number {
  if (everyRule) return EVERY_RULE;
  return band === 'strong' ? STRONG : band === 'moderate' ? MODERATE : WEAK;
}

/** Reads the patterns and levels of a chunk of rows. */
export type LevelReader = {
  /** Writes pattern numbers and levels of rows `from` to `to` (excluded) to the start of the two lists. */
  read(from: number, to: number, patterns: Uint32Array, levels: Uint8Array): void;
};

/** Makes ready to read levels: what a pattern is worth is asked once. */
export function createLevelReader(kernel: Kernel): LevelReader {
  let known = new Uint8Array(0);
  return {
    read(from, to, patterns, levels) {
      kernel.run(from, to, patterns);
      if (known.length < kernel.patternLimit) {
        const wider = new Uint8Array(Math.max(kernel.patternLimit, 2 * known.length)).fill(UNKNOWN);
        wider.set(known);
        known = wider;
      }
      for (let index = 0; index < to - from; index += 1) {
        const pattern = patterns[index] as number;
        let level = known[pattern] as number;
        if (level === UNKNOWN) {
          level = levelOf(kernel.scoreOf(pattern));
          known[pattern] = level;
        }
        levels[index] = level;
      }
    },
  };
}
