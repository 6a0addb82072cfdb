import type { Actor } from '@/lib/auth/actor';
import type { Picture } from '@/lib/cashier/read-till-form';
import { fail } from '@/lib/errors';

export type OperationMade = {
  operationId: string;
  status: 'done' | 'awaiting_approval';
  /** The same form came before: this is what it did then. */
  replayed: boolean;
};

/**
 * A cashier credits a wallet against real money. `input`: `TopUpForm`.
 *
 * Throws `invalid_input` (fields number, asset, amount, moneyKind, receiptNumber, receipt, comment), `not_signed_in`,
 * `cashier_off`, `cashier_own_wallet`, `cashier_asset`, `shift_closed`, `wallet_off`, `wallet_asset_off`,
 * `wallet_unknown`, `wallet_day_limit`, `top_up_moved`, `idempotency_mismatch`, `too_many_requests`.
 */
export async function topUpByCashier(_given: {
  actor: Actor;
  input: unknown;
  picture?: Picture;
}): Promise<OperationMade> {
  return fail('unavailable');
}
