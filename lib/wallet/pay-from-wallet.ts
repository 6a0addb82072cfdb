import { audit } from '@/lib/audit';
import { type Actor, requireUser, type UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { waitsForMoney } from '@/lib/exchange/judge-receipt';
import { lockOrder } from '@/lib/exchange/lock-order';
import { lockPayments } from '@/lib/exchange/open-payment';
import type { Order } from '@/lib/exchange/order-row';
import { isId } from '@/lib/ids';
import { walletSystem } from '@/lib/payments/expect-payment';
import { loadPayment, type PaymentRow, type PaymentSubject } from '@/lib/payments/payment-row';
import { requireWalletUse, walletAssetOf } from '@/lib/wallet/require-wallet';
import { takeFromWallet } from '@/lib/wallet/take-from-wallet';
import type { WalletUse } from '@/lib/wallet/wallet-settings';
import { tellingWalletShortage } from '@/lib/wallet/wallet-shortage';

/** What a wallet must be allowed for to pay for it. Nobody tops a wallet up from a wallet. */
const uses: Record<Exclude<PaymentSubject, 'topup'>, WalletUse> = {
  order: 'exchange',
  product: 'products',
  invoice: 'invoices',
};

/**
 * "Pay from the wallet": the payment is paid with the customer's own money, once. Pressed again, or in another tab, it
 * is `already`.
 *
 * Throws `not_signed_in`, `not_found` (another's too), `wallet_off`, `wallet_use_off`, `wallet_asset_off`,
 * `order_expired`, `move_not_allowed` (params: status), `wallet_not_enough` (params: available, asset),
 * `wallet_day_limit` (params: left, asset).
 */
export async function payFromWallet({
  paymentId,
  actor,
}: {
  paymentId: string;
  actor: Actor;
}): Promise<'paid' | 'already'> {
  const user = requireUser(actor);
  const payment = isId('pay', paymentId) ? await loadPayment({ query }, paymentId) : null;
  if (payment?.systemCode !== walletSystem || payment.subjectKind === 'topup') return fail('not_found');
  // Before the transaction, as whose wallet it is never changes: to be refused takes no lock of another's order, nor a
  // second connection while one is held.
  await requireOwn(user, payment);
  const use = uses[payment.subjectKind];
  return tellingWalletShortage(() =>
    inTransaction(async (tx) => {
      const { order, open } = await lockPayable(tx, payment);
      if (open.status === 'paid') return 'already';
      await requireWalletUse(use, tx);
      await walletAssetOf(open.assetCode, tx);
      assertWaiting(order, open);
      await takeFromWallet(tx, { payment: open, userId: user.userId });
      return 'paid';
    }),
  );
}

/** Payments before their order, as everywhere. */
async function lockPayable(
  tx: Tx,
  { id, subjectId }: PaymentRow,
): Promise<{ order: Order; open: PaymentRow }> {
  const payments = await lockPayments(tx, subjectId);
  const order = await lockOrder(tx, subjectId);
  const open = payments.find((payment) => payment.id === id) ?? fail('not_found');
  return { order, open };
}

function assertWaiting(order: Order, payment: PaymentRow): void {
  const isOver = (payment.expiresAt ?? order.expiresAt) <= now() || order.canceledBy === 'expired';
  if (isOver && order.receivedUnits === 0n) fail('order_expired');
  if (payment.status !== 'created' || !waitsForMoney(order))
    fail('move_not_allowed', { params: { status: order.status } });
}

/** A stranger is told that there is no such payment; the office keeps that he tried. */
async function requireOwn(actor: UserActor, payment: PaymentRow): Promise<void> {
  const [order] = await query<{ fromWallet: string | null }>(
    'SELECT from_wallet AS "fromWallet" FROM orders WHERE id = $1',
    [payment.subjectId],
    'wallet_of_order',
  );
  if (order?.fromWallet === actor.userId) return;
  await audit({ query }, { actor, action: 'wallet.refused', subject: payment.id });
  fail('not_found');
}
