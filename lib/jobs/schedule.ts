import { now } from '@/lib/clock';
import { boss } from '@/lib/jobs/boss';
import type { QueueName } from '@/lib/jobs/queues';

type Timetable = { everySeconds: number } | { dailyAtUtc: `${number}:${number}` };

/** What runs by itself. Any number of workers may ask for it: each slot of time gets one job. */
const timetable: Partial<Record<QueueName, Timetable>> = {
  'expire-orders': { everySeconds: 10 },
  'warn-expiring': { everySeconds: 20 },
  'expire-top-ups': { everySeconds: 20 },
  'sweep-letters': { everySeconds: 20 },
  'poll-payments': { everySeconds: 5 },
  'poll-payouts': { everySeconds: 5 },
  'tell-simulated': { everySeconds: 5 },
  'check-balances': { everySeconds: 600 },
  'clean-up': { everySeconds: 3600 },
  reconcile: { dailyAtUtc: '03:10' },
};

const secondsOfDay = 86_400;

/**
 * Queues whatever is due at this moment. Slots begin at multiples of their length since 1970 by the database's clock,
 * so asking every few seconds queues each job once, and a daily one that was slept through is made up for.
 */
export async function queueDueJobs(at: Date = now()): Promise<void> {
  const due = Object.entries(timetable)
    .filter(([, time]) => !('dailyAtUtc' in time) || isPast(time.dailyAtUtc, at))
    .map(([name, time]) => ({
      name,
      data: {},
      singletonSeconds: 'dailyAtUtc' in time ? secondsOfDay : time.everySeconds,
    }));
  await boss().insert(due);
}

function isPast(time: string, at: Date): boolean {
  return at.toISOString().slice(11, 16) >= time;
}
