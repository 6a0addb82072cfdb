import { type AddressParams, type ListFilter, readListFilter } from '@/lib/payments/list-filter';
import type { PayoutStatus } from '@/lib/payments/payouts/payout-row';

/** `open`: nobody can forget it yet. `hand`: what an operator pays himself; the views of systems leave it out. */
export const payoutViews = [
  'open',
  'hand',
  'approval',
  'queued',
  'out',
  'unknown',
  'failed',
  'settled',
  'all',
] as const;

export type PayoutView = (typeof payoutViews)[number];

export const statusesOfView: Record<PayoutView, readonly PayoutStatus[] | null> = {
  open: ['awaiting_approval', 'queued', 'sending', 'pending', 'unknown'],
  hand: ['queued', 'sending'],
  approval: ['awaiting_approval'],
  queued: ['queued'],
  out: ['sending', 'pending'],
  unknown: ['unknown'],
  failed: ['refused', 'canceled'],
  settled: ['settled'],
  all: null,
};

/** Whether a view shows only what is paid by hand, only what systems pay, or both (null). */
export function handOfView(view: PayoutView): boolean | null {
  if (view === 'hand') return true;
  return view === 'queued' || view === 'out' ? false : null;
}

/** What is done stands newest first, what waits oldest first. */
export function isNewestFirst(view: PayoutView): boolean {
  return view === 'failed' || view === 'settled' || view === 'all';
}

/** `q`: the whole id of a payout, order or withdrawal, or the system's reference. */
export type PayoutFilter = ListFilter<PayoutView>;

export const readPayoutFilter = (params: AddressParams): PayoutFilter => readListFilter(params, payoutViews);
