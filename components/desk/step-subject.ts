import type { DeskRow } from '@/lib/exchange/desk-list';
import type { DeskOrder } from '@/lib/exchange/desk-order';
import { findMove } from '@/lib/exchange/find-move';
import { formatUnits } from '@/lib/money';

/** What a step's question tells of its order: in the list and in the order the same. */
export type StepSubject = Pick<
  DeskRow,
  | 'id'
  | 'status'
  | 'exception'
  | 'received'
  | 'email'
  | 'locale'
  | 'from'
  | 'to'
  | 'payout'
  | 'fromWallet'
  | 'steps'
  | 'heldBy'
  | 'heldByName'
> & {
  /** What can go back while the exchange goes on; lists do not know. */
  refund?: DeskOrder['refund'];
  /** The exchange can be given up and all of it go back. */
  refundsWhole?: boolean;
};

export function subjectOf({ order, getRequisites, steps, refund }: DeskOrder): StepSubject {
  const { from, to } = order;
  return {
    id: order.id,
    status: order.status,
    exception: order.exception,
    received: order.receivedUnits > 0n ? formatUnits(order.receivedUnits, from.scale) : null,
    email: order.email,
    locale: order.locale,
    from: {
      code: from.code,
      titles: from.titles,
      asset: from.asset,
      amount: formatUnits(order.giveUnits, from.scale),
    },
    to: { code: to.code, titles: to.titles, asset: to.asset, amount: formatUnits(order.getUnits, to.scale) },
    payout: getRequisites,
    fromWallet: order.fromWallet !== null,
    refund,
    refundsWhole: findMove('start_refund', order, 'operator') !== null,
    steps,
    heldBy: order.heldBy,
    heldByName: order.heldByName,
  };
}
