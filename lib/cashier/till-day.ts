import type { Actor } from '@/lib/auth/actor';
import type { TillDayView, TillTotals } from '@/lib/cashier/till-types';
import { fail } from '@/lib/errors';

/** As the address of the page carries it; unknown values are left out. `day`: `2026-11-22`, without it today. */
export type TillFilter = {
  day?: string;
  kind?: string;
  asset?: string;
  moneyKind?: string;
  status?: string;
  /** A number of a wallet, a receipt or an operation. */
  search?: string;
  /** For those who see all: one cashier's only. */
  cashierId?: string;
};

/** The day's operations: a cashier's own (today and yesterday); all, of any day, for seniors, admins and accountants. */
export async function tillDay(_actor: Actor, _filter: TillFilter = {}): Promise<TillDayView> {
  return fail('unavailable');
}

/** What the same day comes to, by the same filter. */
export async function tillTotals(_actor: Actor, _filter: TillFilter = {}): Promise<TillTotals> {
  return fail('unavailable');
}
