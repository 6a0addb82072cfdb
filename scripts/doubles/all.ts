import type { Double } from './double';

/** Every double, each in a state of its own. One line a system, in the order of the registry. */
export const allDoubles: readonly (() => Double)[] = [];
