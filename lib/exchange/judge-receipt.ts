import { wrongReceipts } from '@/lib/exchange/move';
import type { OrderRow } from '@/lib/exchange/order-row';
import { isAnother } from '@/lib/exchange/payer-account';
import type { OrderException } from '@/lib/exchange/status';

type Judged = Pick<
  OrderRow,
  'status' | 'exception' | 'type' | 'receivedUnits' | 'giveUnits' | 'giveRequisites'
>;

type Receipt = {
  /** Of this payment. */
  units: bigint;
  payerAccount: string | undefined;
  payerMustMatch: boolean;
  toleranceUnits: bigint;
  /** A payout is under way: what it is for was decided. */
  paysOut: boolean;
};

export type Judgement =
  | { event: 'receive' | 'receive_late' | 'receive_more' }
  | { event: 'receive_wrong'; exception: (typeof wrongReceipts)[number] };

/**
 * What money that has come means to its order: the agreed amount, another one, from somebody else, too late, or on top
 * of what was there already. Payments of one order add up. Pure.
 */
export function judgeReceipt(order: Judged, receipt: Receipt): Judgement {
  if (order.status === 'canceled') return { event: 'receive_late' };
  if (!waitsForMoney(order) || (receipt.paysOut && order.status === 'in_progress'))
    return { event: 'receive_more' };
  const exception = whatIsWrong(order, receipt);
  return exception ? { event: 'receive_wrong', exception } : { event: 'receive' };
}

/**
 * Whether nothing was decided on the money yet: an automatic order whose payout is under way waits for none, and one of
 * the operator type is in progress only then.
 */
export function waitsForMoney({
  status,
  exception,
  type,
  receivedUnits,
}: Omit<Judged, 'giveRequisites'>): boolean {
  if (status === 'pending_processing' || status === 'payment_claimed') return true;
  return status === 'in_progress' && type !== 'operator' && (receivedUnits === 0n || isWrong(exception));
}

function whatIsWrong(order: Judged, receipt: Receipt): (typeof wrongReceipts)[number] | null {
  const total = order.receivedUnits + receipt.units;
  const promised = Object.values(order.giveRequisites).map(({ value }) => value);
  if (order.exception === 'payer_mismatch') return 'payer_mismatch';
  if (receipt.payerMustMatch && isAnother(receipt.payerAccount, promised)) return 'payer_mismatch';
  if (total < order.giveUnits - receipt.toleranceUnits) return 'underpaid';
  return total > order.giveUnits + receipt.toleranceUnits ? 'overpaid' : null;
}

function isWrong(exception: OrderException | null): boolean {
  return wrongReceipts.some((wrong) => wrong === exception);
}
