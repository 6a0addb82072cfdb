import { isId } from '@/lib/ids';
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

export type RefundFilter = {
  view: RefundView;
  /** A method's id. */
  method?: string;
  /** Days of the office's time zone on which it was asked for, both included. */
  since?: string;
  until?: string;
  /** The whole id of a refund or order, or a reference. */
  q?: string;
};

/** What an address asks for; parameters that cannot be understood filter nothing. */
export function readRefundFilter(params: Record<string, string | string[] | undefined>): RefundFilter {
  const one = (name: string) => (typeof params[name] === 'string' ? params[name].trim().slice(0, 100) : '');
  const day = (name: string) => (isDay(one(name)) ? { [name]: one(name) } : {});
  return {
    view: refundViews.find((view) => view === one('view')) ?? 'open',
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
export function refundHref(filter: RefundFilter, after?: string): string {
  return `/desk/refunds?${new URLSearchParams({ ...filter, ...(after && { after }) })}`;
}
