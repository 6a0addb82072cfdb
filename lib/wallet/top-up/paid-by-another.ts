import type { Queryable } from '@/lib/db';
import { isAnother } from '@/lib/exchange/payer-account';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { loadTopUp } from '@/lib/wallet/top-up/top-up-row';

/**
 * Whether a top-up was paid from another account than its customer named, where its method wants them to be the same.
 * Whose account the system does not tell is nobody else.
 */
export async function isPaidByAnother(
  db: Queryable,
  { subjectKind, subjectId, methodId }: PaymentRow,
  account: string | undefined,
): Promise<boolean> {
  if (subjectKind !== 'topup' || !account) return false;
  const [method] = await db.query<{ must: boolean }>(
    'SELECT payer_must_match AS must FROM payment_methods WHERE id = $1',
    [methodId],
    'payer_must_match',
  );
  if (!method?.must) return false;
  const topUp = await loadTopUp(db, subjectId);
  return isAnother(
    account,
    Object.values(topUp?.requisites ?? {}).map(({ value }) => value),
  );
}
