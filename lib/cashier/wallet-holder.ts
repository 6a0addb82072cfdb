import type { CashierActor } from '@/lib/cashier/cashier-actor';
import type { HolderView } from '@/lib/cashier/till-types';
import type { Queryable } from '@/lib/db';
import { fail } from '@/lib/errors';
import { findWallet } from '@/lib/wallet/find-wallet';
import { maskedName } from '@/lib/wallet/masked-name';
import { formatWalletNumber, readWalletNumber } from '@/lib/wallet/wallet-number';

/**
 * Whose wallet the number is, as a cashier sees him. Throws `invalid_input` (field `number`: a wrong digit, nothing is
 * looked up), `wallet_unknown`, `cashier_own_wallet`, `too_many_requests`.
 */
export async function walletHolder(
  cashier: CashierActor,
  number: string,
): Promise<HolderView & { userId: string }> {
  const found = await findWallet(cashier.actor, number);
  if (found.userId === cashier.userId) fail('cashier_own_wallet');
  return { ...holderView(found), userId: found.userId };
}

/** The holder of a wallet, for staff. */
export type Holder = { userId: string; number: string; name: string; email: string; locale: string };

/**
 * The same for a command, in its transaction: not counted and asking nobody's rights. Throws `invalid_input` (field
 * `number`) where the number has a slip in it, `wallet_unknown`.
 */
export async function holderOf(db: Queryable, numberText: string): Promise<Holder> {
  const number = readWalletNumber(numberText);
  if (number === null) return fail('invalid_input', { fields: { number: { key: 'walletNumber' } } });
  const [row] = await db.query<Holder>(
    `SELECT u.id AS "userId", w.number, u.name, u.email, u.locale
     FROM wallets w JOIN users u ON u.id = w.user_id WHERE w.number = $1`,
    [number],
    'till_holder',
  );
  return row ?? fail('wallet_unknown', { fields: { number: { key: 'walletUnknown' } } });
}

/** The holder of that account. Its wallet must have been opened. */
export async function holderById(db: Queryable, userId: string): Promise<Holder> {
  const [row] = await db.query<Holder>(
    `SELECT u.id AS "userId", w.number, u.name, u.email, u.locale
     FROM wallets w JOIN users u ON u.id = w.user_id WHERE u.id = $1`,
    [userId],
    'till_holder_by_id',
  );
  return row ?? fail('wallet_unknown');
}

export function holderView(
  holder: { number: string } & ({ maskedName: string } | { name: string; email: string }),
): HolderView {
  const { number } = holder;
  const masked = 'maskedName' in holder ? holder.maskedName : maskedName(holder);
  return { number, formatted: formatWalletNumber(number), maskedName: masked };
}
