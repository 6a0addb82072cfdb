import type { At } from '@/lib/payments/contract/at';
import type { PaymentAnswer, PaymentFacts } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';

/** A request at the callback door as it came. Header names are lower-case. */
export type RawRequest = {
  method: string;
  /** Without the question mark, undecoded. */
  query: string;
  headers: Record<string, string>;
  body: Buffer;
  ip: string;
};

export type HttpAnswer = { status: number; body: string; contentType: string };

/** Why a request at the door is not believed. */
export type NoticeRefusal =
  | 'malformed'
  | 'no_signature'
  | 'bad_signature'
  | 'wrong_shop'
  | 'test_notice'
  | 'wrong_asset'
  | 'wrong_amount'
  | 'unknown_payment'
  | 'stale'
  | 'not_supported';

export type PaymentNoticeEvent = {
  about: 'payment';
  /** How the notice names the payment. */
  by: { number: number } | { paymentId: string } | { externalId: string };
  answer: PaymentAnswer;
  /**
   * `signed`: believed as it is. `hint`: nobody signed it, so `check` is asked before anything is believed; a system
   * without signature must have `check`.
   */
  trust: 'signed' | 'hint';
  /** The same event again has the same key: the system's natural one (operation id, id and status). */
  eventKey: string;
};

export type PayoutNoticeEvent = {
  about: 'payout' | 'refund';
  by: { number: number } | { payoutId: string } | { externalId: string };
  answer: PayoutAnswer;
  trust: 'signed' | 'hint';
  eventKey: string;
};

export type CallbackReading =
  | { verdict: 'refused'; why: NoticeRefusal; answer: HttpAnswer }
  | {
      verdict: 'accepted';
      /** None: a kind of notice that says nothing about money. */
      event: PaymentNoticeEvent | PayoutNoticeEvent | null;
      /** What the system wants to hear, to be sent once the notice is stored. */
      answer: HttpAnswer;
      /** What it hears where the office does not believe it after all (another amount, an unknown payment). */
      refusal: HttpAnswer;
    };

export type Callback<S> = {
  /**
   * Verifies the signature over the raw request, then reads. Never throws for what came from outside, never calls out,
   * never compares with orders: that is the door's. Checks the shop's id, and that a test notice is no live one.
   */
  read(at: At<S>, request: RawRequest): CallbackReading | Promise<CallbackReading>;
};

/** A question before the payment: may he pay this? Comes through the same door. */
export type PreRequest<S> = {
  /** The question in the request, or null where it is none (then `callback` reads it). Unsigned: nothing is believed. */
  read(
    at: At<S>,
    request: RawRequest,
  ):
    | { by: PaymentNoticeEvent['by']; amount: string; asset: string; payer?: PaymentFacts['payer'] }
    | 'malformed'
    | null;
  allow: HttpAnswer;
  /** `words` are shown to the payer by some systems. */
  refuse(words: string): HttpAnswer;
};
