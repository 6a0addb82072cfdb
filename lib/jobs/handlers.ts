import { expireOrders } from '@/lib/exchange/expire-orders';
import { warnExpiringOrders } from '@/lib/exchange/warn-expiring-orders';
import { cleanUp } from '@/lib/jobs/clean-up';
import type { JobHandler } from '@/lib/jobs/queue-loop';
import type { QueueName } from '@/lib/jobs/queues';
import { reconcile } from '@/lib/ledger/reconcile';
import { sendLetter } from '@/lib/notify/send-letter';
import { sweepLetters } from '@/lib/notify/sweep-letters';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { pollPayments } from '@/lib/payments/poll-payments';
import { processNotice } from '@/lib/payments/process-notice';

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
  'process-notice': ({ noticeId }) => processNotice(noticeId),
  'check-payment': async ({ paymentId }) => {
    await checkPaymentNow({ paymentId });
  },
  'poll-payments': pollPayments,
  reconcile: async () => {
    await reconcile();
  },
  'clean-up': cleanUp,
};
