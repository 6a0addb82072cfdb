import { z } from 'zod';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { fromMinorUnits, minorUnits } from '@/lib/payments/plain-amount';

/** Currencies that Stripe counts in whole units. ISK and UGX are told with two decimals for old times' sake. */
const zeroDecimal = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const threeDecimal = new Set('BHD JOD KWD OMR TND'.split(' '));

export const stripeAssets: readonly string[] = (
  'USD EUR GBP CHF PLN CZK SEK NOK DKK HUF RON BGN ISK AUD NZD CAD JPY KRW SGD HKD TWD CNY THB MYR PHP IDR VND INR ' +
  'AED SAR ILS TRY KZT GEL AMD AZN UZS KGS MDL UAH MXN BRL ARS CLP COP PEN ZAR EGP MAD NGN KES'
).split(' ');

export function stripeDecimals(asset: string): number {
  if (zeroDecimal.has(asset)) return 0;
  return threeDecimal.has(asset) ? 3 : 2;
}

/** The amount in Stripe's smallest units, or null where it has parts smaller than those. */
export function toStripeAmount(amount: string, asset: string): number | null {
  const units = Number(minorUnits(amount, stripeDecimals(asset)) ?? Number.NaN);
  return Number.isSafeInteger(units) ? units : null;
}

/** The other way; null for what is no whole number of smallest units. */
export function fromStripeAmount(units: number | null, asset: string): string | null {
  return units === null || units < 0 ? null : fromMinorUnits(units, stripeDecimals(asset));
}

const nothing = z.unknown().transform(() => null);

/** What is read of a checkout session, whether the SDK or a webhook brought it. */
const sessionShape = z.object({
  object: z.literal('checkout.session'),
  id: z.string().min(1),
  livemode: z.boolean(),
  status: z.string().nullable(),
  payment_status: z.string(),
  amount_total: z.number().nullable(),
  currency: z.string().min(1),
  metadata: z.object({ payment_id: z.string().optional().catch(undefined) }).nullish(),
  customer_details: z.object({ name: z.string().nullish() }).nullish().catch(null),
  payment_intent: z
    .union([
      z.string(),
      z.object({
        id: z.string(),
        latest_charge: z
          .object({ balance_transaction: z.object({ currency: z.string(), net: z.number() }) })
          .or(nothing),
      }),
    ])
    .nullish(),
});

export type StripeSession = z.output<typeof sessionShape>;

/** The session, or null for what is none. */
export function readSession(raw: unknown): StripeSession | null {
  const parsed = sessionShape.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

/** Stripe's id of the payment inside the session, which refunds want. */
export function intentOf({ payment_intent: intent }: StripeSession): string | undefined {
  return typeof intent === 'string' ? intent : intent?.id;
}

/** What a checkout session says of the payment. */
export function sessionAnswer(session: StripeSession): PaymentAnswer {
  const asset = session.currency.toUpperCase();
  const amount = fromStripeAmount(session.amount_total, asset);
  if (amount === null) return { outcome: 'unknown', reason: 'a session without its amount' };
  const intent = intentOf(session);
  const name = session.customer_details?.name;
  const told = {
    amount,
    asset,
    externalId: session.id,
    ...(name ? { payer: { name } } : {}),
    ...(intent === undefined ? {} : { facts: { payment_intent: intent } }),
  };
  if (session.status === 'expired') return { outcome: 'refused', reason: 'the session has expired unpaid' };
  if (session.status === 'complete' && session.payment_status === 'paid') {
    const credited = creditedOf(session, asset);
    return { outcome: 'settled', ...told, ...(credited === null ? {} : { credited }) };
  }
  return { outcome: 'pending', ...told };
}

/** What is left after Stripe's fee, where Stripe was asked for it and keeps the account in the same currency. */
function creditedOf({ payment_intent: intent }: StripeSession, asset: string): string | null {
  const booked = typeof intent === 'object' ? intent?.latest_charge?.balance_transaction : null;
  return booked?.currency.toUpperCase() === asset ? fromStripeAmount(booked.net, asset) : null;
}

const refundShape = z.object({
  object: z.literal('refund'),
  id: z.string().min(1),
  status: z.string().nullable(),
  failure_reason: z.string().nullish(),
  metadata: z.object({ refund_id: z.string().optional().catch(undefined) }).nullish(),
});

export type StripeRefund = z.output<typeof refundShape>;

export function readRefund(raw: unknown): StripeRefund | null {
  const parsed = refundShape.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

export function refundAnswer(refund: StripeRefund): PayoutAnswer {
  switch (refund.status) {
    case 'succeeded':
      return { outcome: 'settled', externalId: refund.id, reference: refund.id };
    case 'pending':
    case 'requires_action':
      return { outcome: 'pending', externalId: refund.id };
    case 'failed':
    case 'canceled':
      return { outcome: 'refused', reason: `${refund.status}: ${refund.failure_reason ?? 'no reason told'}` };
    default:
      return { outcome: 'unknown', reason: `a refund in the state ${refund.status ?? 'none'}` };
  }
}

const balanceShape = z.object({
  object: z.literal('balance'),
  available: z.array(z.object({ currency: z.string(), amount: z.number() })),
});

/** Smallest units of that currency that can be used now; null for what is no balance. */
export function availableUnits(raw: unknown, asset: string): number | null {
  const parsed = balanceShape.safeParse(raw);
  if (!parsed.success) return null;
  const ours = parsed.data.available.filter(({ currency }) => currency.toUpperCase() === asset);
  return ours.reduce((sum, { amount }) => sum + amount, 0);
}
