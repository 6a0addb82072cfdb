import type { Actor } from '@/lib/auth/actor';
import { makeOperation, type OperationMade } from '@/lib/cashier/make-operation';
import type { Picture } from '@/lib/cashier/read-till-form';

/**
 * A cashier credits a wallet against real money. `input`: `TopUpForm`.
 *
 * Throws `invalid_input` (fields number, asset, amount, moneyKind, receiptNumber, receipt, comment), `not_signed_in`,
 * `cashier_off`, `cashier_own_wallet`, `cashier_asset`, `shift_closed`, `wallet_off`, `wallet_asset_off`,
 * `wallet_unknown`, `wallet_day_limit`, `top_up_moved`, `too_many_waiting`, `idempotency_mismatch`, `too_many_requests`.
 */
export async function topUpByCashier(given: {
  actor: Actor;
  input: unknown;
  picture?: Picture;
}): Promise<OperationMade> {
  return makeOperation({ ...given, kind: 'top_up' });
}
