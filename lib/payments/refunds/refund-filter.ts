import { type AddressParams, type ListFilter, readListFilter } from '@/lib/payments/list-filter';
import type { RefundStatus } from '@/lib/payments/refunds/refund-row';

/** `open`: the customer still waits for his money. */
export const refundViews = [
  'open',
  'approval',
  'details',
  'ready',
  'out',
  'failed',
  'settled',
  'all',
] as const;

export type RefundView = (typeof refundViews)[number];

export const statusesOfRefundView: Record<RefundView, readonly RefundStatus[] | null> = {
  open: ['awaiting_approval', 'awaiting_details', 'ready', 'sending', 'pending', 'unknown', 'refused'],
  approval: ['awaiting_approval'],
  details: ['awaiting_details'],
  ready: ['ready'],
  out: ['sending', 'pending'],
  failed: ['unknown', 'refused'],
  settled: ['settled'],
  all: null,
};

/** What is done stands newest first, what waits oldest first. */
export function isNewestFirst(view: RefundView): boolean {
  return view === 'settled' || view === 'all';
}

/** `q`: the whole id of a refund or order, or a reference. */
export type RefundFilter = ListFilter<RefundView>;

export const readRefundFilter = (params: AddressParams): RefundFilter => readListFilter(params, refundViews);
