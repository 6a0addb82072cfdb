import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { findMove } from '@/lib/exchange/find-move';
import { lockOrder } from '@/lib/exchange/lock-order';
import { moveOrder } from '@/lib/exchange/move-order';
import { paymentSystemMover } from '@/lib/exchange/mover';
import { loadPayment } from '@/lib/payments/payment-row';

/**
 * The office has told a payment system that it does not take this payment: from somebody else's purse, another amount.
 * The order stays and can be paid as agreed; letter A5 the first time. Where it does not wait for money (any more)
 * nothing is changed. `why` is kept for staff. Throws `not_found`.
 */
export async function refusePrecheck({ paymentId, why }: { paymentId: string; why: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const payment = await loadPayment(tx, paymentId);
    if (payment?.subjectKind !== 'order') return fail('not_found');
    const order = await lockOrder(tx, payment.subjectId);
    const mover = paymentSystemMover(payment.systemCode);
    if (!findMove('precheck', order, mover.kind)) return;
    await moveOrder(tx, { order, event: 'precheck', mover, details: { why, paymentId }, reason: why });
  });
}
