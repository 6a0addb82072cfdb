/**
 * Every queue of the house: what its jobs carry and how a failed one is tried again. A worker makes the queues when
 * it starts; the migration makes them too, so that a command can queue a job before any worker has run.
 */
export type JobData = {
  'send-letter': { letterId: string };
  'sweep-letters': Record<string, never>;
  'expire-orders': Record<string, never>;
  'warn-expiring': Record<string, never>;
  'expire-top-ups': Record<string, never>;
  'process-notice': { noticeId: string };
  'check-payment': { paymentId: string };
  'poll-payments': Record<string, never>;
  'send-payout': { payoutId: string };
  /** `hint`: the system's id of it by a notice that nobody signed. */
  'check-payout': { payoutId: string; hint?: string };
  'poll-payouts': Record<string, never>;
  'send-refund': { refundId: string };
  'check-refund': { refundId: string };
  'check-balances': Record<string, never>;
  'tell-simulated': Record<string, never>;
  reconcile: Record<string, never>;
  'clean-up': Record<string, never>;
};

export type QueueName = keyof JobData;

type QueuePolicy = {
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
  /** Seconds after which a job whose worker fell silent goes back into the queue. */
  expireInSeconds: number;
  /** Jobs a worker does at the same time. */
  atOnce: number;
  /** How often an idle worker looks. */
  pollSeconds: number;
};

/** Typed over the names: a forgotten queue does not compile. */
export const queues: Record<QueueName, QueuePolicy> = {
  // The letter's own row says when it is tried again; a retry here is for a database that was away.
  'send-letter': {
    retryLimit: 3,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 120,
    atOnce: 8,
    pollSeconds: 1,
  },
  // The next beat comes by itself: nothing of these is worth trying again.
  'sweep-letters': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 60,
    atOnce: 1,
    pollSeconds: 5,
  },
  'expire-orders': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 120,
    atOnce: 1,
    pollSeconds: 2,
  },
  'warn-expiring': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 120,
    atOnce: 1,
    pollSeconds: 5,
  },
  'expire-top-ups': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 120,
    atOnce: 1,
    pollSeconds: 5,
  },
  // An automatic exchange is over within seconds of its payment: it must not lie about.
  'process-notice': {
    retryLimit: 6,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: 60,
    atOnce: 8,
    pollSeconds: 1,
  },
  // The payment's row says when it is asked next.
  'check-payment': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 60,
    atOnce: 8,
    pollSeconds: 1,
  },
  'poll-payments': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 120,
    atOnce: 1,
    pollSeconds: 2,
  },
  // A second run of the same job finds the payout marked and sends nothing.
  'send-payout': {
    retryLimit: 3,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 300,
    atOnce: 8,
    pollSeconds: 1,
  },
  // The row says when it is asked again.
  'check-payout': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 300,
    atOnce: 8,
    pollSeconds: 1,
  },
  'poll-payouts': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 60,
    atOnce: 1,
    pollSeconds: 2,
  },
  'send-refund': {
    retryLimit: 3,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 300,
    atOnce: 4,
    pollSeconds: 1,
  },
  'check-refund': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 300,
    atOnce: 4,
    pollSeconds: 2,
  },
  'check-balances': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 600,
    atOnce: 1,
    pollSeconds: 5,
  },
  'tell-simulated': {
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: 60,
    atOnce: 1,
    pollSeconds: 2,
  },
  reconcile: {
    retryLimit: 3,
    retryDelay: 300,
    retryBackoff: false,
    expireInSeconds: 3600,
    atOnce: 1,
    pollSeconds: 10,
  },
  'clean-up': {
    retryLimit: 1,
    retryDelay: 60,
    retryBackoff: false,
    expireInSeconds: 600,
    atOnce: 1,
    pollSeconds: 10,
  },
};

export const queueNames = Object.keys(queues) as QueueName[];
