import { z } from 'zod';
import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { requireOperator } from '@/lib/exchange/mover';
import { formatUnits, parseAmount } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';
import { applyWithin } from '@/lib/payments/apply-payment';
import { loadPayment } from '@/lib/payments/payment-row';
import { shortText } from '@/lib/text';
import { refuseOwnMoney } from '@/lib/wallet/refuse-own-money';

export const bookPaymentInput = z.object({
  paymentId: z.string().max(60),
  /** What has really come, in any locale's form. */
  amount: z.string().max(60),
  /** Where it was seen: the number of the operation in the system's cabinet. */
  reference: shortText(200),
});

/**
 * An operator saw at the system that the money has come, though what the system told of it does not fit: it is booked
 * by his word, with the amount that really came, also where the payer could not choose it. The order goes on, or waits
 * with `underpaid` or `overpaid`. Payments to the office's own details are `confirmDirectPayment`'s.
 * Throws `invalid_input` (fields `amount`, `reference`), `not_found`, `payment_decided` where it is paid already,
 * `second_person` where it is for his own wallet, `own_order`.
 */
export async function bookPayment({
  actor,
  ...input
}: z.input<typeof bookPaymentInput> & { actor: Actor }): Promise<void> {
  requireOperator(actor);
  const { paymentId, amount, reference } = parseInput(bookPaymentInput, input);
  await refuseOwnMoney(actor, paymentId);
  await inTransaction(async (tx) => {
    const payment = await loadPayment(tx, paymentId, { lock: true });
    if (!payment || payment.connectionId === null) return fail('not_found');
    if (payment.status === 'paid')
      return fail('payment_decided', { params: { by: payment.confirmedBy ?? payment.systemCode } });
    const { scale } = await tx.one<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [
      payment.assetCode,
    ]);
    const parsed = parseAmount(amount, scale);
    if (!parsed.ok || parsed.units <= 0n)
      return fail('invalid_input', { fields: { amount: { key: amount.trim() ? 'amount' : 'required' } } });
    const came = formatUnits(parsed.units, scale);
    const asset = payment.assetCode;
    const outcome = await applyWithin(tx, {
      paymentId,
      actor,
      answer: { outcome: 'settled', amount: came, asset },
    });
    if (outcome !== 'paid') return fail('invalid_input', { fields: { amount: { key: 'amount' } } });
    await audit(tx, {
      actor,
      action: 'payment.book',
      subject: paymentId,
      before: { status: payment.status, amount: formatUnits(payment.amountUnits, scale), asset },
      after: { status: 'paid', amount: came, asset, reference },
    });
  });
}
