import type { NoticeRefusal } from '@/lib/payments/contract/notice';
import type { PayIn, PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { plainAmount } from '@/lib/payments/plain-amount';

export type AskedFor = Pick<PaymentRow, 'assetCode' | 'amountUnits'> & { scale: number };

/**
 * What of the answer contradicts what we asked for, or null. Asset and amount count where money is said to have come.
 * Another amount contradicts only where the payer cannot choose it; elsewhere it is an under- or overpayment.
 */
export function contradiction(
  asked: AskedFor,
  answer: PaymentAnswer,
  kind: PayIn<never>['amount'],
): Extract<NoticeRefusal, 'wrong_asset' | 'wrong_amount'> | null {
  if (answer.outcome !== 'settled' && answer.outcome !== 'pending') return null;
  if (answer.asset !== undefined && answer.asset !== asked.assetCode) return 'wrong_asset';
  if (answer.outcome === 'pending') return null;
  const units = paidUnits(answer.amount, asked.scale);
  if (units === null || units <= 0n) return 'wrong_amount';
  return kind === 'fixed' && units !== asked.amountUnits ? 'wrong_amount' : null;
}

/** A plain decimal as minor units, or null. Nothing else is read as an amount here, whatever people may write. */
export function paidUnits(amount: string, scale: number): bigint | null {
  const plain = plainAmount(amount, scale);
  if (plain === null || plain.length > 19) return null;
  return BigInt(plain.replace('.', ''));
}
