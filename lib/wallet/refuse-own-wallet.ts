import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { requireOperator } from '@/lib/exchange/mover';

/**
 * That money has come for a wallet is never said by its holder: with his word alone he would make it. Asked before the
 * transaction, as what a payment is for never changes; the office keeps that he tried. Throws `second_person`.
 */
export async function refuseOwnWallet(actor: Actor, paymentId: string): Promise<void> {
  const { userId } = requireOperator(actor);
  const [own] = await query(
    `SELECT 1 AS own FROM payments p
     WHERE p.id = $1 AND (
       EXISTS (SELECT FROM top_ups t WHERE p.subject_kind = 'topup' AND t.id = p.subject_id AND t.user_id = $2)
       OR EXISTS (SELECT FROM orders o WHERE p.subject_kind = 'order' AND o.id = p.subject_id AND o.to_wallet = $2))`,
    [paymentId, userId],
    'payment_into_own_wallet',
  );
  if (!own) return;
  await audit({ query }, { actor, action: 'wallet.refused', subject: paymentId });
  fail('second_person');
}
