import type { Chance } from './chance';

/** How an order of the demo ends, and how many of them there are. About 320 in all, some of which meet a limit and are not made. */
const endings = [
  ['completed', 136],
  ['completed_after_date', 56],
  ['expired', 50],
  ['canceled_by_customer', 22],
  ['canceled_by_operator', 12],
  ['refunded', 6],
  ['revived', 3],
  ['paid_late', 3],
  ['refunding', 3],
  ['scheduled', 8],
  ['claimed', 14],
  ['pending', 11],
] as const;

export type Ending = (typeof endings)[number][0];

/** Still open when the demo begins: made in the last hours, in directions that leave time to pay. */
const openEndings: readonly Ending[] = ['pending', 'claimed', 'scheduled', 'refunding', 'paid_late'];

export type Plan = { ending: Ending /** Minutes before now. */; startedMinutesAgo: number };

const days = 60;

/** When each order was made and how it ends, oldest first. */
export function makePlans(chance: Chance): Plan[] {
  return endings
    .flatMap(([ending, count]) =>
      Array.from({ length: count }, () => ({ ending, startedMinutesAgo: startOf(ending, chance) })),
    )
    .sort((a, b) => b.startedMinutesAgo - a.startedMinutesAgo);
}

function startOf(ending: Ending, chance: Chance): number {
  if (ending === 'pending') return chance.whole(3, 240);
  if (ending === 'claimed') return chance.whole(6, 180);
  if (ending === 'scheduled' || ending === 'refunding') return chance.whole(180, 1_300);
  if (ending === 'paid_late') return chance.whole(1_800, 2_800);
  // Business grows: the newer the day, the more orders.
  return Math.floor(3_000 + (days * 1_440 - 3_000) * chance.next() ** 1.4);
}

export function isOpen(ending: Ending): boolean {
  return openEndings.includes(ending);
}
