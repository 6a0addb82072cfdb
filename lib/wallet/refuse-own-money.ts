import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { requireOperator } from '@/lib/exchange/mover';
import { refuseOwnOrder } from '@/lib/exchange/own-order';

/**
 * That money has come for a wallet is never said by its holder: with his word alone he would make it; nor that it has
 * come for an order by its customer (`refuseOwnOrder`). Asked before the transaction, as what a payment is for never
 * changes; of a wallet the office keeps that he tried. Throws `second_person`, `own_order`.
 */
export async function refuseOwnMoney(actor: Actor, paymentId: string): Promise<void> {
  const { userId } = requireOperator(actor);
  const [own] = await query<{ customerId: string | null; toWallet: string | null }>(
    `SELECT NULL AS "customerId", t.user_id AS "toWallet"
       FROM payments p JOIN top_ups t ON p.subject_kind = 'topup' AND t.id = p.subject_id
      WHERE p.id = $1 AND t.user_id = $2
     UNION ALL
     SELECT o.customer_id, o.to_wallet
       FROM payments p JOIN orders o ON p.subject_kind = 'order' AND o.id = p.subject_id
      WHERE p.id = $1 AND $2 IN (o.customer_id, o.to_wallet)`,
    [paymentId, userId],
    'payment_of_own',
  );
  if (!own) return;
  if (own.toWallet === userId)
    await audit({ query }, { actor, action: 'wallet.refused', subject: paymentId });
  await refuseOwnOrder({ query }, own, { id: userId });
}
