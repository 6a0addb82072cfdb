import type { Outgoing } from '@/lib/payments/outgoing';

/** With what every verb works. */
export type At<S> = {
  settings: S;
  /** Payments of this connection move no real money. */
  testMode: boolean;
  /** The only way out of the house. */
  http: Outgoing;
  now: () => Date;
  /** Public address of the office, without a slash at the end. */
  officeUrl: string;
};

/** Why something did not happen, for staff; in the system's own words or code. Never shown to customers. */
export type Reason = { reason: string };

/** Unknown is not failed: a time-out, a broken or senseless answer. It is asked again, and never paid again. */
export type Unknown = { outcome: 'unknown' } & Reason;
export type Refused = { outcome: 'refused' } & Reason;
