import type { At } from '@/lib/payments/contract/at';
import type { HttpAnswer, PaymentNoticeEvent, RawRequest } from '@/lib/payments/contract/notice';
import type { PaymentToCheck, PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutToSend, RefundToSend } from '@/lib/payments/contract/pay-out';
import type { Double } from '@/scripts/doubles/double';

/** What the contract's tests need to know of an adapter. Its `fixtures.ts` exports one. */
export type AdapterFixture = {
  /** As an admin would type them, for a live connection. The double knows the same. Secrets of 6 characters at least. */
  settings: Record<string, string | boolean>;
  /** Settings whose name sounds like a secret and which are none: public keys, ids of keys. */
  publicSettings?: readonly string[];
  /** A payment it could be asked for, of 1000 or more, so that grouped thousands can be tried. */
  payment: PaymentToMake;
  notice?: NoticeFixture;
  /** A double with nothing in it; missing where the adapter calls nobody. */
  double?: () => Double;
  /** Makes the double think that the started payment was paid in full, so that `check` settles. */
  pay?: (double: Double, payment: PaymentToMake, started: StartAnswer) => Promise<void> | void;
  /** What `check` settles with after `pay`, where its asset differs from the payment's (coins for a fiat invoice). */
  paid?: { amount: string; asset: string };
  payout?: PayoutToSend;
  refund?: RefundToSend;
  /**
   * It has neither an idempotency key nor a way to find what was made before: a start repeated makes another payment,
   * which is found by our own id in its notice.
   */
  startsAnew?: true;
  /** What `check` must know to call out at all, where `ext-1` and no facts are not enough. */
  known?: Partial<Record<'payment' | 'payout' | 'refund', Known>>;
};

type Known = { externalId: string | null; facts: Record<string, string> };

export type NoticeFixture = {
  /**
   * A notice that a payment was paid in full, exactly as the system sends it, with a right signature unless told.
   * null: the system has no such thing (no shop's id in its notices, no test notices).
   */
  signed(variant: NoticeVariant): RawRequest | null | Promise<RawRequest | null>;
  /** Where its signature stands; `none`: it is not signed, and must be read as a hint. */
  signature: { in: 'field' | 'header' | 'json'; name: string } | 'none';
  /** It is signed, and the system is asked all the same before it is believed. */
  asked?: true;
  /** What the untouched notice must be read as. */
  event: {
    by: PaymentNoticeEvent['by'];
    amount: string;
    asset: string;
    externalId?: string;
    eventKey: string;
  };
  answer: HttpAnswer;
  /** Field of the form that holds the amount, tried twice and as a list; only for forms. */
  amountField?: string;
};

export type NoticeVariant = {
  /** Stands in the notice, character for character, where the amount stands. Rightly signed. */
  amount?: string;
  /** Says that it is a shop's, account's or wallet's that is not ours. Rightly signed. */
  otherShop?: true;
  /** A trial, by the system's own marks. Signed as the system signs trials. */
  test?: true;
  /** Signed with another secret than the connection's. */
  foreignKey?: true;
};

/** A payment to begin with: 1500.00 RUB. */
export function samplePayment(over: Partial<PaymentToMake> = {}): PaymentToMake {
  return {
    paymentId: 'pay_0123456789bcdfgh',
    number: 1001,
    amount: '1500.00',
    asset: 'RUB',
    description: 'Order ord_0123456789bcdfgh',
    email: 'buyer@kantor.test',
    locale: 'en',
    returnUrl: `${sampleOffice}/en/return/pay_0123456789bcdfgh`,
    callbackUrl: `${sampleOffice}/api/callbacks/sample/SAMPLERUB`,
    expiresAt: new Date('2026-09-01T12:30:00Z'),
    payerIp: '203.0.113.7',
    payerRequisites: {},
    ...over,
  };
}

export function samplePayout(over: Partial<PayoutToSend> = {}): PayoutToSend {
  return {
    payoutId: 'pot_0123456789bcdfgh',
    number: 2001,
    amount: '1200.00',
    asset: 'RUB',
    destination: {},
    description: 'Order ord_0123456789bcdfgh',
    callbackUrl: `${sampleOffice}/api/callbacks/sample/SAMPLERUB`,
    ...over,
  };
}

export function sampleRefund(payment: PaymentToCheck, over: Partial<RefundToSend> = {}): RefundToSend {
  return {
    refundId: 'rfd_0123456789bcdfgh',
    number: 3001,
    amount: payment.amount,
    asset: payment.asset,
    reason: 'The order was canceled',
    payment,
    ...over,
  };
}

/** The payment as `check` is asked about it once it was started. */
export function startedPayment(payment: PaymentToMake, started?: StartAnswer): PaymentToCheck {
  const { paymentId, number, amount, asset } = payment;
  const known = started?.outcome === 'started' ? started : undefined;
  return {
    paymentId,
    number,
    amount,
    asset,
    externalId: known?.externalId ?? null,
    facts: known?.facts ?? {},
    startedAt: sampleNow,
  };
}

/** A form as browsers and systems post it. Texts are escaped as PHP and browsers do. */
export function formRequest(
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): RawRequest {
  return rawRequest({
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}

/** JSON as systems post it. */
export function jsonRequest(body: string, headers: Record<string, string> = {}): RawRequest {
  return rawRequest({ headers: { 'content-type': 'application/json', ...headers }, body });
}

export function rawRequest({
  body = '',
  ...over
}: Partial<Omit<RawRequest, 'body'>> & { body?: string | Buffer }): RawRequest {
  return { method: 'POST', query: '', headers: {}, ip: '198.51.100.9', body: Buffer.from(body), ...over };
}

export const sampleOffice = 'https://office.example';
/** When everything in the contract's tests happens, unless a test moves its clock. */
export const sampleNow = new Date('2026-09-01T12:00:00Z');

export type SampleAt = At<Record<string, unknown>>;
