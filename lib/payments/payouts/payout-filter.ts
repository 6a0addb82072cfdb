import { isId } from '@/lib/ids';
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

export type PayoutFilter = {
  view: PayoutView;
  /** A method's id. */
  method?: string;
  /** Days of the office's time zone on which it was made, both included. */
  since?: string;
  until?: string;
  /** The whole id of a payout, order or withdrawal, or the system's reference. */
  q?: string;
};

/** What an address asks for; parameters that cannot be understood filter nothing. */
export function readPayoutFilter(params: Record<string, string | string[] | undefined>): PayoutFilter {
  const one = (name: string) => (typeof params[name] === 'string' ? params[name].trim().slice(0, 100) : '');
  const day = (name: string) => (isDay(one(name)) ? { [name]: one(name) } : {});
  return {
    view: payoutViews.find((view) => view === one('view')) ?? 'open',
    ...(isId('mth', one('method')) && { method: one('method') }),
    ...day('since'),
    ...day('until'),
    ...(one('q') && !one('q').includes('\0') && { q: one('q') }),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** The address of a list under that filter. */
export function payoutHref(filter: PayoutFilter, after?: string): string {
  return `/desk/payouts?${new URLSearchParams({ ...filter, ...(after && { after }) })}`;
}
