import type { PaymentRequest, PayoutRequest, RefundRequest } from './wire';

export type OperationKind = 'payment' | 'payout' | 'refund';

/** `waiting`, `paid`, `declined`: of payments; the others of payouts and refunds. */
export type OperationState = 'waiting' | 'paid' | 'declined' | 'pending' | 'done' | 'refused';

/** What becomes of payouts and refunds. `by_rule`: what the destination's last digits say, see `outcomeOf`. */
export const payoutOutcomes = ['by_rule', 'settle', 'refuse', 'hang_paid', 'hang_unpaid', 'later'] as const;

export type PayoutOutcome = (typeof payoutOutcomes)[number];

/** What came with the request, by kind. */
export type Asked =
  | ({ kind: 'payment' } & PaymentRequest)
  | ({ kind: 'payout'; outcome: Exclude<PayoutOutcome, 'by_rule'> } & PayoutRequest)
  | ({ kind: 'refund'; outcome: Exclude<PayoutOutcome, 'by_rule'>; callbackUrl: string } & RefundRequest);

export type SentNotice = { at: string; what: string; status: number; answer: string };

/** One entry in the simulator's own books. Amounts are decimals as the office sent them. */
export type Operation = {
  id: string;
  kind: OperationKind;
  shop: string;
  ourId: string;
  number: number;
  state: OperationState;
  asset: string;
  amount: string;
  paid: string | null;
  fee: string | null;
  payer: { account: string; name: string } | null;
  asked: Asked;
  /** Nobody is told before. */
  tellAt: Date | null;
  notices: SentNotice[];
  createdAt: Date;
  decidedAt: Date | null;
};

/** Where operations are kept: the database, or a test's memory. */
export type OperationStore = {
  /** Writes it unless the same kind has that `ourId` already; answers what stands there then. */
  open(operation: Operation): Promise<Operation>;
  find(kind: OperationKind, ourId: string): Promise<Operation | null>;
  payoutsOf(shop: string): Promise<PayoutOutcome>;
  /** What the shop has of an asset, decimal. */
  balance(shop: string, asset: string): Promise<string>;
};

/**
 * By the last four digits of the destination, so that each outcome can be asked for by whoever types requisites.
 * 0002 refused, 0003 hangs and is paid, 0004 hangs and is not, 0005 settles later; everything else at once.
 */
export const outcomeByDigits: Record<string, Exclude<PayoutOutcome, 'by_rule' | 'settle'>> = {
  '0002': 'refuse',
  '0003': 'hang_paid',
  '0004': 'hang_unpaid',
  '0005': 'later',
};

/** What becomes of a payout to that destination. */
export function outcomeOf(
  told: PayoutOutcome,
  destination: Record<string, string>,
): Exclude<PayoutOutcome, 'by_rule'> {
  if (told !== 'by_rule') return told;
  const endings = Object.values(destination).map((value) => value.replace(/\D/g, '').slice(-4));
  return endings.map((ending) => outcomeByDigits[ending]).find((found) => found !== undefined) ?? 'settle';
}

/** That percent of an amount with as many decimals as the amount has, rounded down. */
export function percentOf(amount: string, percent: string): string {
  const scale = amount.split('.')[1]?.length ?? 0;
  const [whole = '0', fraction = ''] = percent.split('.');
  const hundredths = BigInt(whole + fraction.slice(0, 4).padEnd(4, '0'));
  return fromUnits((toUnits(amount, scale) * hundredths) / 1_000_000n, scale);
}

/** A decimal in units of that many decimals. */
export function toUnits(amount: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
}

export function fromUnits(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const plain = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${plain}` : plain;
}
