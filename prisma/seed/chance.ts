/** Chance that is the same each time: every demo looks alike, and tests of it can be repeated. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from min to max, both possible. */
  whole(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  digits(count: number): string;
  bytes(count: number): Uint8Array;
};

/** Mulberry32: small, quick, good enough to scatter a demo. Nothing secret may come from it. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    whole,
    pick: (list) => {
      const item = list[whole(0, list.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(''),
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(0, 255)),
  };
}
