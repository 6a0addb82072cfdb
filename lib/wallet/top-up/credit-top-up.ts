import type { Tx } from '@/lib/db';
import type { Mover } from '@/lib/exchange/mover';
import type { PaymentRow } from '@/lib/payments/payment-row';

/** Money of a top-up has come: the wallet is credited in the caller's transaction, which has set the payment `paid`. */
export async function creditTopUp(
  _tx: Tx,
  { payment }: { payment: PaymentRow; mover: Mover },
): Promise<void> {
  throw new Error(`the top-up ${payment.subjectId} cannot be credited yet`);
}
