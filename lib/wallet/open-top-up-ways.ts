import { query } from '@/lib/db';
import type { TopUpWayKind } from '@/lib/wallet/top-up/top-up-row';
import { openWays } from '@/lib/wallet/top-up/top-up-terms';

/** The kinds of ways in which wallets can be topped up at this moment; none: not possible yet. */
export async function openTopUpWays(): Promise<TopUpWayKind[]> {
  const open = new Set((await openWays({ query })).map(({ terms }) => terms.way));
  return (['system', 'direct', 'cashier'] as const).filter((way) => open.has(way));
}
