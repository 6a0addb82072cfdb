import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import type { PaymentToCheck } from '@/lib/payments/contract/pay-in';

export type PayoutToSend = {
  /** Ours, and the idempotency key wherever the system takes one. */
  payoutId: string;
  number: number;
  amount: string;
  asset: string;
  /** Requisites by the method's field keys, normalised. */
  destination: Record<string, string>;
  description: string;
  callbackUrl: string;
};

export type PayoutToCheck = PayoutToSend & {
  externalId: string | null;
  facts: Record<string, string>;
  sentAt: Date;
  /**
   * The id was told by a notice that nobody signed, as the answer to sending was lost: only an answer that names our
   * own payout counts, whatever else is `unknown`.
   */
  hinted?: boolean;
};

export type PayoutAnswer =
  | {
      outcome: 'settled';
      externalId?: string;
      /** What the customer can find it by. */
      reference?: string;
      /** What the system took beside the amount, decimal, same asset. */
      fee?: string;
      facts?: Record<string, string>;
    }
  | { outcome: 'pending'; externalId?: string; facts?: Record<string, string> }
  | Refused
  /** With what it can be asked by, where that is known. */
  | (Unknown & { externalId?: string });

/**
 * Keys of the requisites that a system pays to: all of one of these lists, or any requisite at all. Methods that ask for
 * none of it can pay nobody.
 */
export type PayoutNeeds = 'any' | readonly (readonly string[])[];

export type PayOut<S> = {
  /** What its methods must ask of customers. What `problem` names of an empty destination stands in it. */
  needs: PayoutNeeds;
  /** The requisite that is missing or unusable for this system, or null if it can pay there. */
  problem(destination: Record<string, string>): string | null;
  /** Called once a payout, whatever it answers. `refused` only where nothing can have been paid. */
  send(at: At<S>, payout: PayoutToSend): Promise<PayoutAnswer>;
  /** Asks what became of it. Never sends money, unless the system promises that repeating the call does not. */
  check(at: At<S>, payout: PayoutToCheck): Promise<PayoutAnswer>;
};

export type RefundToSend = {
  refundId: string;
  number: number;
  amount: string;
  asset: string;
  reason: string;
  payment: PaymentToCheck;
};

export type Refund<S> = {
  /** Part of a payment can go back, or only the whole. */
  partial: boolean;
  send(at: At<S>, refund: RefundToSend): Promise<PayoutAnswer>;
  check?(
    at: At<S>,
    refund: RefundToSend & { externalId: string | null; facts: Record<string, string>; sentAt: Date },
  ): Promise<PayoutAnswer>;
};
