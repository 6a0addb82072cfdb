import type { At, Refused, Unknown } from '@/lib/payments/contract/at';

/** What a system says of a payment. Everything is compared with ours before it is believed. */
export type PaymentFacts = {
  /** What the payer paid, decimal. */
  amount: string;
  /** Our code of its asset. */
  asset: string;
  /** The system's id of the payment, the same in callback and check. */
  externalId?: string;
  /** What reached the office, decimal, in the same asset; missing: not told. */
  credited?: string;
  payer?: { account?: string; name?: string };
  paidAt?: Date;
  /** What later verbs need (capture id, operation key) and the customer may be told. Never secrets. */
  facts?: Record<string, string>;
};

export type PaymentAnswer =
  | ({ outcome: 'settled' } & PaymentFacts)
  /** Seen, not final: part of it, or waiting for confirmations. */
  | ({ outcome: 'pending' } & Partial<PaymentFacts>)
  | Refused
  | Unknown;

/** A payment as adapters are shown it. */
export type PaymentToMake = {
  /** Ours, and the idempotency key: the same payment is started once however often this is called. */
  paymentId: string;
  /** Ours, 1 … 2147483647, for systems that want an integer. */
  number: number;
  amount: string;
  asset: string;
  /** Told to the payer: "Order ord_…". */
  description: string;
  email: string;
  locale: 'en' | 'ru';
  /** Where the payer comes back to, however it went. Carries no secret that the system should not know. */
  returnUrl: string;
  /** The callback door of the method. */
  callbackUrl: string;
  expiresAt: Date;
  payerIp: string;
  /** What the customer said he pays from, by field key of the method. */
  payerRequisites: Record<string, string>;
};

/** A payment that was started: what to ask the system about. */
export type PaymentToCheck = {
  paymentId: string;
  number: number;
  amount: string;
  asset: string;
  externalId: string | null;
  facts: Record<string, string>;
  startedAt: Date;
  /** The office still waits for it. False: what the payer has approved but not yet paid is not taken from him. */
  mayTake?: boolean;
};

/** Where the payer goes from here. */
export type StartStep =
  | { kind: 'redirect'; url: string }
  /** A form that sends itself; fields are strings as the system wants them. */
  | { kind: 'form'; url: string; fields: Record<string, string> }
  /** Lines to pay by, shown on the order page, with what its QR code says. */
  | { kind: 'instructions'; lines: { key: InstructionKey; value: string }[]; qr?: string }
  /** A code to be scanned by the payer's application (SBP and the like), and its link for those who pay on this device. */
  | { kind: 'qr'; qr: string; url?: string };

/** Titles stand in messages/<locale>/payments.json under `instructions`. */
export type InstructionKey =
  | 'address'
  | 'amount'
  | 'memo'
  | 'network'
  | 'account'
  | 'holder'
  | 'bank'
  | 'reference';

export type StartAnswer =
  | {
      outcome: 'started';
      step: StartStep;
      externalId?: string;
      facts?: Record<string, string>;
      expiresAt?: Date;
    }
  | Refused
  | Unknown;

export type PayIn<S> = {
  /**
   * `fixed`: the payer cannot pay another amount than asked, so another one in a notice is a wrong notice.
   * `open`: he can (wallet forms, coins), so it is an underpayment or overpayment.
   */
  amount: 'fixed' | 'open';
  /** Signs a form or calls the system; the idempotency key is `paymentId`. */
  start(at: At<S>, payment: PaymentToMake): Promise<StartAnswer>;
  /** Asks the system. Missing: it cannot be asked. */
  check?(at: At<S>, payment: PaymentToCheck): Promise<PaymentAnswer>;
};
