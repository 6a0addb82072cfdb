import { cleanUp } from '@/lib/jobs/clean-up';
import type { JobHandler } from '@/lib/jobs/queue-loop';
import type { QueueName } from '@/lib/jobs/queues';
import { sendLetter } from '@/lib/notify/send-letter';
import { sweepLetters } from '@/lib/notify/sweep-letters';

/** What each queue's jobs do. Typed over the queues: a forgotten one does not compile. */
export const handlers: { [Q in QueueName]: JobHandler<Q> } = {
  'send-letter': ({ letterId }) => sendLetter(letterId),
  'sweep-letters': sweepLetters,
  'expire-orders': async () => {},
  'warn-expiring': async () => {},
  reconcile: async () => {},
  'clean-up': cleanUp,
};
