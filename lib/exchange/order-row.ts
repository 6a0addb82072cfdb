import type { Queryable } from '@/lib/db';
import type { OrderException, OrderStatus } from '@/lib/exchange/status';
import type { ExchangeType, Localized, PayToLine } from '@/lib/exchange/types';
import { isId } from '@/lib/ids';
import type { RequisiteField } from '@/lib/requisites/field';

export type Requisites = Record<string, { value: string; display: string }>;

/** What the customer says of his payment. */
export type OrderClaim = {
  payer: string;
  reference: string;
  comment: string;
  receiptFileId: string | null;
  receiptName: string | null;
};

export type CanceledBy = 'customer' | 'operator' | 'expired';

/** A row of `orders`. Amounts in minor units of their side's asset; rates are plain decimals. */
export type OrderRow = {
  id: string;
  status: OrderStatus;
  exception: OrderException | null;
  type: ExchangeType;
  version: number;
  directionId: string;
  fromMethodId: string;
  toMethodId: string;
  fromAsset: string;
  toAsset: string;
  giveUnits: bigint;
  getUnits: bigint;
  rateIn: string;
  rateOut: string;
  marketRate: string | null;
  receiptMarketRate: string | null;
  feeGiveUnits: bigint;
  feeGetUnits: bigint;
  spreadUnits: bigint;
  /** What the ledger has of the customer's money: payments posted, less what went back. */
  receivedUnits: bigint;
  customerId: string | null;
  email: string;
  phone: string | null;
  locale: string;
  ip: string;
  smsConsent: boolean;
  giveRequisites: Requisites;
  getRequisites: Requisites;
  payTo: PayToLine[];
  /** null: nothing is held any more, or the money goes into a wallet, which needs no reserve. */
  holdId: string | null;
  /** Whose wallet a side is; null: that side is a method with a reserve. */
  fromWallet: string | null;
  toWallet: string | null;
  createdAt: Date;
  expiresAt: Date;
  waitingSince: Date;
  claimedAt: Date | null;
  receivedAt: Date | null;
  completedAt: Date | null;
  canceledAt: Date | null;
  canceledBy: CanceledBy | null;
  cancelReason: string | null;
  expiryWarnedAt: Date | null;
  claim: OrderClaim | null;
  scheduledFor: Date | null;
  scheduledText: string | null;
  note: string | null;
  payoutReference: string | null;
  refundReference: string | null;
  heldBy: string | null;
  heldAt: Date | null;
  deletedAt: Date | null;
};

/** Columns by field, typed over the row: a forgotten one does not compile. */
export const orderColumn: Record<keyof OrderRow, string> = {
  id: 'id',
  status: 'status',
  exception: 'exception',
  type: 'type',
  version: 'version',
  directionId: 'direction_id',
  fromMethodId: 'from_method_id',
  toMethodId: 'to_method_id',
  fromAsset: 'from_asset',
  toAsset: 'to_asset',
  giveUnits: 'give_units',
  getUnits: 'get_units',
  rateIn: 'rate_in',
  rateOut: 'rate_out',
  marketRate: 'market_rate',
  receiptMarketRate: 'receipt_market_rate',
  feeGiveUnits: 'fee_give_units',
  feeGetUnits: 'fee_get_units',
  spreadUnits: 'spread_units',
  receivedUnits: 'received_units',
  customerId: 'customer_id',
  email: 'email',
  phone: 'phone',
  locale: 'locale',
  ip: 'ip',
  smsConsent: 'sms_consent',
  giveRequisites: 'give_requisites',
  getRequisites: 'get_requisites',
  payTo: 'pay_to',
  holdId: 'hold_id',
  fromWallet: 'from_wallet',
  toWallet: 'to_wallet',
  createdAt: 'created_at',
  expiresAt: 'expires_at',
  waitingSince: 'waiting_since',
  claimedAt: 'claimed_at',
  receivedAt: 'received_at',
  completedAt: 'completed_at',
  canceledAt: 'canceled_at',
  canceledBy: 'canceled_by',
  cancelReason: 'cancel_reason',
  expiryWarnedAt: 'expiry_warned_at',
  claim: 'claim',
  scheduledFor: 'scheduled_for',
  scheduledText: 'scheduled_text',
  note: 'note',
  payoutReference: 'payout_reference',
  refundReference: 'refund_reference',
  heldBy: 'held_by',
  heldAt: 'held_at',
  deletedAt: 'deleted_at',
};

const rateFields = new Set(['rateIn', 'rateOut', 'marketRate', 'receiptMarketRate']);
const jsonFields = new Set(['claim', 'giveRequisites', 'getRequisites', 'payTo']);

/** A field's value as its column takes it: JSON where the column is JSON. */
export function orderColumnValue(field: string, value: unknown): unknown {
  return jsonFields.has(field) && value !== null ? JSON.stringify(value) : value;
}

/** The select list of an OrderRow from the table under that name. */
export function orderColumnsOf(table: string): string {
  return Object.entries(orderColumn)
    .map(([field, column]) => {
      const name = `${table}.${column}`;
      // The column keeps 18 decimals; nobody wants to read a row of zeros.
      return `${rateFields.has(field) ? `trim_scale(${name})` : name} AS "${field}"`;
    })
    .join(', ');
}

/** What "I have paid" asks of whoever paid by the method. */
export type ClaimRules = {
  referenceRequired: boolean;
  receiptRequired: boolean;
  /** Titles of the fields where they differ from the usual ones: { payer, reference }. */
  titles: Partial<Record<'payer' | 'reference', Localized>>;
};

/** What an order's page and letters tell of one side's method. */
export type MethodFacts = {
  id: string;
  code: string;
  kind: string;
  titles: Localized;
  asset: string;
  scale: number;
  fields: RequisiteField[];
  instructions: Partial<Localized>;
  qrKind: string;
  logoFileId: string | null;
  claim: ClaimRules;
};

/** An order with what is needed to speak of it. */
export type Order = OrderRow & {
  from: MethodFacts;
  to: MethodFacts;
  usualMinutes: number;
  expiryMinutes: number;
  heldByName: string | null;
};

/** A method and its asset, by their aliases, as MethodFacts. */
export const methodFacts = (method: string, asset: string) =>
  `jsonb_build_object('id', ${method}.id, 'code', ${method}.code, 'kind', ${method}.kind, 'titles', ${method}.titles,
    'asset', ${asset}.code, 'scale', ${asset}.scale, 'fields', ${method}.fields,
    'instructions', ${method}.instructions, 'qrKind', ${method}.qr_kind, 'logoFileId', ${method}.logo_file_id,
    'claim', jsonb_build_object('referenceRequired', ${method}.reference_required,
      'receiptRequired', ${method}.receipt_required, 'titles', ${method}.claim_titles))`;

/** The select and joins of an Order; the caller adds `WHERE` on `o` and whatever follows. */
export const selectOrder = `
  SELECT ${orderColumnsOf('o')},
    ${methodFacts('mf', 'af')} AS "from", ${methodFacts('mt', 'at')} AS "to",
    coalesce(d.usual_minutes, 30) AS "usualMinutes", coalesce(d.expiry_minutes, 30) AS "expiryMinutes",
    coalesce(nullif(u.name, ''), u.email) AS "heldByName"
  FROM orders o
    JOIN payment_methods mf ON mf.id = o.from_method_id JOIN assets af ON af.code = o.from_asset
    JOIN payment_methods mt ON mt.id = o.to_method_id JOIN assets at ON at.code = o.to_asset
    LEFT JOIN directions d ON d.id = o.direction_id
    LEFT JOIN users u ON u.id = o.held_by`;

/** The order, or null if there is none. Asks nobody's rights: callers do. */
export async function loadOrder(db: Queryable, orderId: string): Promise<Order | null> {
  if (!isId('ord', orderId)) return null;
  const [order] = await db.query<Order>(`${selectOrder} WHERE o.id = $1`, [orderId], 'order_by_id');
  return order ?? null;
}
