import { expireOrders } from '@/lib/exchange/expire-orders';
import { warnExpiringOrders } from '@/lib/exchange/warn-expiring-orders';
import { cleanUp } from '@/lib/jobs/clean-up';
import type { JobHandler } from '@/lib/jobs/queue-loop';
import type { QueueName } from '@/lib/jobs/queues';
import { reconcile } from '@/lib/ledger/reconcile';
import { sendLetter } from '@/lib/notify/send-letter';
import { sweepLetters } from '@/lib/notify/sweep-letters';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { checkBalances } from '@/lib/payments/payouts/check-balances';
import { checkPayout } from '@/lib/payments/payouts/check-payout';
import { pollPayouts } from '@/lib/payments/payouts/poll-payouts';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { pollPayments } from '@/lib/payments/poll-payments';
import { processNotice } from '@/lib/payments/process-notice';
import { checkRefund } from '@/lib/payments/refunds/check-refund';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import { tellDue } from '@/lib/payments/systems/simulator/tell-due';
import { expireTopUps } from '@/lib/wallet/top-up/expire-top-ups';

/** What each queue's jobs do. Typed over the queues: a forgotten one does not compile. */
export const handlers: { [Q in QueueName]: JobHandler<Q> } = {
  'send-letter': ({ letterId }) => sendLetter(letterId),
  'sweep-letters': sweepLetters,
  'expire-orders': async () => {
    await expireOrders();
  },
  'warn-expiring': async () => {
    await warnExpiringOrders();
  },
  'expire-top-ups': async () => {
    await expireTopUps();
  },
  'process-notice': ({ noticeId }) => processNotice(noticeId),
  'check-payment': async ({ paymentId }) => {
    await checkPaymentNow({ paymentId });
  },
  'poll-payments': pollPayments,
  'send-payout': ({ payoutId }) => sendPayout(payoutId),
  'check-payout': async ({ payoutId, hint }) => {
    await checkPayout({ payoutId, source: 'poll', ...(hint === undefined ? {} : { hint }) });
  },
  'poll-payouts': pollPayouts,
  'send-refund': ({ refundId }) => sendRefund(refundId),
  'check-refund': async ({ refundId }) => {
    await checkRefund({ refundId, source: 'poll' });
  },
  'check-balances': checkBalances,
  'tell-simulated': tellDue,
  reconcile: async () => {
    await reconcile();
  },
  'clean-up': cleanUp,
};
