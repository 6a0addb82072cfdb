import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { openPayment } from '@/lib/exchange/open-payment';
import { loadOrder } from '@/lib/exchange/order-row';
import { formatUnits } from '@/lib/money';
import { walletBalances } from '@/lib/wallet/wallet-queries';

/** The payment of an order that its reader may press "Pay from the wallet" for. */
export type WalletPaymentView = {
  paymentId: string;
  /** What he can spend, a plain decimal of the asset he gives. */
  available: string;
  isEnough: boolean;
};

/** The open payment of an order from the reader's own wallet; null where nothing is open or the wallet is another's. */
export async function walletPaymentOf({
  orderId,
  actor,
}: {
  orderId: string;
  actor: Actor;
}): Promise<WalletPaymentView | null> {
  if (actor.kind !== 'user') return null;
  const order = await loadOrder({ query }, orderId);
  if (order?.fromWallet !== actor.userId) return null;
  const [payment, balances] = await Promise.all([
    openPayment({ query }, orderId),
    walletBalances(actor.userId),
  ]);
  if (!payment) return null;
  const units = balances.find(({ asset }) => asset === order.fromAsset)?.availableUnits ?? 0n;
  return {
    paymentId: payment.id,
    available: formatUnits(units, order.from.scale),
    isEnough: units >= payment.amountUnits,
  };
}
