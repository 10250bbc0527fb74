import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Weighted } from './demo-people.ts';

/** A stream of random draws that a seed repeats exactly. */
export type SeededRandom = {
  /** Uniform in [0, 1). */
  share(): number;
  chance(probability: number): boolean;
  /** Normal with this mean and standard deviation. */
  normal(mean: number, sd: number): number;
  /** One key, with chances in proportion to the weights. */
  pick(weights: Weighted): string;
};

/** @example seededRandom(1).pick({ heads: 1, tails: 1 }) */
export function seededRandom(seed: number): SeededRandom {
  const generator = xoroshiro128plus(seed);
  const share = () => uniformFloat64(generator);
  return {
    share,
    chance: (probability) => share() < probability,
    // Box-Muller, the first of its two values.
    normal: (mean, sd) => mean + sd * Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
    pick(weights) {
      const entries = Object.entries(weights);
      let left = share() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      const last = entries.at(-1);
      if (!last) throw new RangeError('Nothing to pick from');
      return last[0];
    },
  };
}
