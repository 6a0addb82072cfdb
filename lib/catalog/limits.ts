import { fail } from '@/lib/errors';

/** Throws `invalid_input` at the upper field of the first pair whose upper limit is below the lower one. */
export function requireOrder<K extends string>(limits: { [key in K]?: unknown }, pairs: [K, K][]): void {
  for (const [lower, upper] of pairs) {
    const [low, high] = [limits[lower], limits[upper]];
    if (typeof low === 'bigint' && typeof high === 'bigint' && low > high) {
      fail('invalid_input', { fields: { [upper]: { key: 'limitsCrossed' } } });
    }
  }
}
