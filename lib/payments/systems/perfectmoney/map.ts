import { unknown } from '@/lib/payments/ask';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer, PayoutToSend } from '@/lib/payments/contract/pay-out';
import { plainAmount } from '@/lib/payments/plain-amount';
import type { HistoryRow } from './client';

/** A payment among the received ones. */
export function paymentState(rows: HistoryRow[], paymentId: string): PaymentAnswer {
  const row = rows.find((one) => one['Payment ID'] === paymentId);
  if (!row) return { outcome: 'pending' };
  const amount = plainAmount(row.Amount, 2);
  const [batch, asset, account] = [row.Batch, row.Currency, row['Payer Account']];
  if (amount === null || !batch || !asset) return unknown('historycsv: an unreadable row');
  const payer = account ? { payer: { account } } : {};
  return { outcome: 'settled', amount, asset, externalId: batch, ...payer, facts: { batch } };
}

/** A payout among the payments that were made. Its absence is no proof that it was not. */
export function payoutState(rows: HistoryRow[], payout: PayoutToSend): PayoutAnswer {
  const row = rows.find((one) => one['Payment ID'] === payout.payoutId);
  if (!row) return unknown('the payout is not in the history');
  const amount = plainAmount(row.Amount?.replace(/^-/, ''), 2);
  if (amount !== plainAmount(payout.amount, 2) || row.Currency !== payout.asset || !row.Batch)
    return unknown('under this id the history shows another payment');
  const fee = plainAmount(row.Fee?.replace(/^-/, ''), 2);
  return {
    outcome: 'settled',
    externalId: row.Batch,
    reference: row.Batch,
    ...(fee === null ? {} : { fee }),
  };
}
