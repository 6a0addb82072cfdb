import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { ownTopUp } from '@/lib/wallet/top-up/own-top-up';
import { paymentsOfTopUp } from '@/lib/wallet/top-up/top-up-payments';

/** The customer has paid and wants to know: the system is asked of his last payment now. Throws `not_signed_in`, `not_found`. */
export async function checkTopUp({ actor, topUpId }: { actor: Actor; topUpId: string }): Promise<void> {
  await ownTopUp(actor, topUpId);
  const payments = await paymentsOfTopUp({ query }, topUpId);
  const last = payments.findLast(({ status, connectionId }) => status !== 'paid' && connectionId !== null);
  if (last) await checkPaymentNow({ paymentId: last.id, source: 'return' });
}
