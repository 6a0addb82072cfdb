import { query } from '@/lib/db';
import { type OrderReader, readableOrder } from '@/lib/exchange/order-access';
import type { Order } from '@/lib/exchange/order-row';
import { formatUnits } from '@/lib/money';
import { refundFields } from '@/lib/payments/refunds/refund-fields';
import {
  type RefundBasis,
  type RefundKind,
  type RefundRow,
  refundColumnsOf,
} from '@/lib/payments/refunds/refund-row';
import type { RequisiteField } from '@/lib/requisites/field';

/** A refund as its customer reads it. Plain data. */
export type RefundView = {
  id: string;
  kind: RefundKind;
  /** `decided`: agreed on, on its way. What a second person has not agreed to yet, the customer is not told of. */
  stage: 'asks' | 'decided' | 'sent';
  /** What reaches him, what it was counted from and what the office keeps, plain decimals of `asset`. */
  amount: string;
  counted: string;
  fee: string | null;
  asset: string;
  basis: RefundBasis;
  /** The order's rate, for those that are counted from it. */
  rate: { in: string; out: string; fromAsset: string; toAsset: string };
  reason: string;
  reference: string | null;
  /** What is asked, while it is asked or may be corrected. */
  fields: RequisiteField[];
  /** What he said, masked as the page shows requisites; with the titles of the fields. */
  given: { key: string; titles: RequisiteField['titles']; value: string }[];
  /** What he paid from, where it fits a field: a proposal. */
  proposed: Record<string, string>;
};

/** The refunds of an order for whoever may read it, the latest first. Throws `not_found`. */
export async function loadRefundViews({
  orderId,
  reader,
}: {
  orderId: string;
  reader: OrderReader;
}): Promise<RefundView[]> {
  const { order, as } = await readableOrder(orderId, reader);
  const rows = await query<RefundRow>(
    `SELECT ${refundColumnsOf('r')} FROM refunds r
     WHERE r.order_id = $1 AND r.status NOT IN ('awaiting_approval', 'canceled') ORDER BY r.created_at DESC`,
    [orderId],
  );
  return rows.map((row) => viewOf(order, row, as === 'customer'));
}

function viewOf(order: Order, refund: RefundRow, mayTell: boolean): RefundView {
  const { status, way, requisites, amountUnits, feeUnits, basis } = refund;
  const fields = refundFields(order.from);
  const correctable = way === 'hand' && (status === 'awaiting_details' || status === 'ready');
  const { scale, asset } = order.from;
  return {
    id: refund.id,
    kind: refund.kind,
    stage: status === 'awaiting_details' ? 'asks' : status === 'settled' ? 'sent' : 'decided',
    amount: formatUnits(amountUnits - feeUnits, scale),
    counted: formatUnits(amountUnits, scale),
    fee: feeUnits > 0n ? formatUnits(feeUnits, scale) : null,
    asset,
    basis,
    rate: { in: order.rateIn, out: order.rateOut, fromAsset: asset, toAsset: order.to.asset },
    reason: refund.reason,
    reference: refund.reference,
    fields: mayTell && correctable ? fields : [],
    given: fields.flatMap(({ key, titles }) => {
      const value = requisites?.[key]?.display;
      return value === undefined ? [] : [{ key, titles, value }];
    }),
    proposed: Object.fromEntries(
      fields.flatMap(({ key }) => {
        // What the page shows masked is not put into a field in full.
        const known = order.giveRequisites[key];
        const open = known && known.display.replace(/\s/g, '') === known.value.replace(/\s/g, '');
        return mayTell && open ? [[key, known.value]] : [];
      }),
    ),
  };
}
