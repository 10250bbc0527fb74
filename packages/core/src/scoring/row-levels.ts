import type { Kernel } from '../frame/kernel.ts';
import type { Score } from '../rules/rule-set.ts';

/** How well a response fits, as a number that grows with it: weak, moderate, strong, and strong by every rule. */
export const WEAK = 0;
export const MODERATE = 1;
export const STRONG = 2;
export const EVERY_RULE = 3;
/** One more than the highest level. */
export const LEVEL_COUNT = 4;

/** The level of a score. Who passes every rule is strong too, whatever the thresholds. */
export function levelOf({ band, everyRule }: Pick<Score, 'band' | 'everyRule'>): number {
  if (everyRule) return EVERY_RULE;
  return band === 'strong' ? STRONG : band === 'moderate' ? MODERATE : WEAK;
}

/** The levels of a kernel's patterns: read after every `run`, because it may have met new ones. */
export type PatternLevels = { read(): Uint8Array };

/**
 * Makes ready to look levels up by pattern.
 *
 * Cost: what a pattern is worth is asked once, and a read that met nothing new is free.
 */
export function createPatternLevels(kernel: Kernel): PatternLevels {
  let levels = new Uint8Array(0);
  let known = 0;
  return {
    read: () => {
      const limit = kernel.patternLimit;
      if (known === limit) return levels;
      if (levels.length < limit) {
        const wider = new Uint8Array(Math.max(limit, 2 * levels.length));
        wider.set(levels);
        levels = wider;
      }
      for (; known < limit; known += 1) levels[known] = levelOf(kernel.scoreOf(known));
      return levels;
    },
  };
}
