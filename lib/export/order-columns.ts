import type { Locale } from '@/lib/i18n/locales';

type Column = {
  /** The cell's text in the present language, from the tables of `orderSource`. Never anything typed. */
  sql: string | ((locale: Locale) => string);
  /** Holds what somebody typed: made harmless for spreadsheets. The rest cannot begin a formula by its form. */
  typed?: true;
};

export type ColumnGroup = 'order' | 'exchange' | 'customer' | 'payment' | 'office' | 'times';

/** ISO 8601 with the offset of the session's zone: `2026-11-22T02:15:00.000+03:00`. */
const time = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MSTZH:TZM')`;

/** Exact: `unit` has as many decimals as the asset, so the product has too. */
const amount = (column: string, side: 'f' | 't') => `(${column} * ${side}u.unit)::text`;

/** Of all refunds of the order that went out. */
const settledRefunds = (units: string) =>
  `(SELECT coalesce(sum(${units}), 0) FROM refunds WHERE order_id = o.id AND status = 'settled')`;

const rate = (column: string) => `trim_scale(${column})::text`;

/** `card: 2202… | holder: …` with the full values, which banks' statements have. */
const requisites = (column: string) =>
  `(SELECT string_agg(line.key || ': ' || (line.value->>'value'), ' | ') FROM jsonb_each(${column}) AS line)`;

const payTo = (locale: Locale) =>
  `(SELECT string_agg((line->'titles'->>'${locale}') || ': ' || (line->>'value'), ' | ')
    FROM jsonb_array_elements(o.pay_to) AS line)`;

/** Names are stable: programs read them. The order is the file's. */
export const orderColumns = {
  id: { sql: 'o.id' },
  status: { sql: 'o.status::text' },
  exception: { sql: 'o.exception::text' },
  type: { sql: 'o.type::text' },
  created_at: { sql: time('o.created_at') },
  from_code: { sql: 'f.code', typed: true },
  from_method: { sql: (locale) => `f.titles->>'${locale}'`, typed: true },
  from_asset: { sql: 'o.from_asset', typed: true },
  give: { sql: amount('o.give_units', 'f') },
  to_code: { sql: 't.code', typed: true },
  to_method: { sql: (locale) => `t.titles->>'${locale}'`, typed: true },
  to_asset: { sql: 'o.to_asset', typed: true },
  get: { sql: amount('o.get_units', 't') },
  rate_in: { sql: rate('o.rate_in') },
  rate_out: { sql: rate('o.rate_out') },
  market_rate: { sql: rate('o.market_rate') },
  receipt_market_rate: { sql: rate('o.receipt_market_rate') },
  fee_give: { sql: amount('o.fee_give_units', 'f') },
  fee_get: { sql: amount('o.fee_get_units', 't') },
  spread: { sql: amount('o.spread_units', 'f') },
  received: { sql: amount('o.received_units', 'f') },
  refunded: { sql: amount(settledRefunds('amount_units - fee_units'), 'f') },
  refund_fee: { sql: amount(settledRefunds('fee_units'), 'f') },
  email: { sql: 'o.email', typed: true },
  phone: { sql: 'o.phone', typed: true },
  locale: { sql: 'o.locale', typed: true },
  ip: { sql: 'o.ip', typed: true },
  customer_id: { sql: 'o.customer_id' },
  give_requisites: { sql: requisites('o.give_requisites'), typed: true },
  get_requisites: { sql: requisites('o.get_requisites'), typed: true },
  pay_to: { sql: payTo, typed: true },
  payer: { sql: `o.claim->>'payer'`, typed: true },
  payment_reference: { sql: `o.claim->>'reference'`, typed: true },
  payment_comment: { sql: `o.claim->>'comment'`, typed: true },
  operator: { sql: `coalesce(nullif(u.name, ''), u.email)`, typed: true },
  scheduled_text: { sql: 'o.scheduled_text', typed: true },
  note: { sql: 'o.note', typed: true },
  payout_reference: { sql: 'o.payout_reference', typed: true },
  refund_reference: { sql: 'o.refund_reference', typed: true },
  canceled_by: { sql: 'o.canceled_by' },
  cancel_reason: { sql: 'o.cancel_reason', typed: true },
  quote_id: { sql: 'o.quote_id' },
  direction_id: { sql: 'o.direction_id' },
  expires_at: { sql: time('o.expires_at') },
  waiting_since: { sql: time('o.waiting_since') },
  claimed_at: { sql: time('o.claimed_at') },
  received_at: { sql: time('o.received_at') },
  scheduled_for: { sql: time('o.scheduled_for') },
  completed_at: { sql: time('o.completed_at') },
  canceled_at: { sql: time('o.canceled_at') },
  held_at: { sql: time('o.held_at') },
} as const satisfies Record<string, Column>;

export type OrderColumn = keyof typeof orderColumns;

export const orderColumnNames = Object.keys(orderColumns) as OrderColumn[];

/** How the page lists them; each column stands in exactly one group. */
const columnGroups: Record<ColumnGroup, readonly OrderColumn[]> = {
  order: ['id', 'status', 'exception', 'type', 'created_at', 'operator'],
  exchange: [
    'from_code',
    'from_method',
    'from_asset',
    'give',
    'to_code',
    'to_method',
    'to_asset',
    'get',
    'rate_in',
    'rate_out',
    'market_rate',
    'receipt_market_rate',
    'fee_give',
    'fee_get',
    'spread',
    'received',
    'refunded',
    'refund_fee',
  ],
  customer: ['email', 'phone', 'locale', 'ip', 'customer_id', 'give_requisites', 'get_requisites'],
  payment: ['pay_to', 'payer', 'payment_reference', 'payment_comment'],
  office: [
    'scheduled_text',
    'note',
    'payout_reference',
    'refund_reference',
    'canceled_by',
    'cancel_reason',
    'quote_id',
    'direction_id',
  ],
  times: [
    'expires_at',
    'waiting_since',
    'claimed_at',
    'received_at',
    'scheduled_for',
    'completed_at',
    'canceled_at',
    'held_at',
  ],
};

export const columnGroupList = Object.entries(columnGroups) as [ColumnGroup, readonly OrderColumn[]][];

const rarelyWanted = new Set<OrderColumn>([
  'refunded',
  'refund_fee',
  'from_method',
  'to_method',
  'locale',
  'ip',
  'customer_id',
  'pay_to',
  'quote_id',
  'direction_id',
  'waiting_since',
  'held_at',
]);

/** Chosen where nothing was chosen. */
export const usualColumns = orderColumnNames.filter((name) => !rarelyWanted.has(name));
