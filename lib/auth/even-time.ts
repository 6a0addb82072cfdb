import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does the work and answers no sooner than after `atLeastMs`, in success as in failure: how long it took must not
 * tell whether an address has an account.
 */
export async function evenTime<T>(atLeastMs: number, work: () => Promise<T>): Promise<T> {
  const floor = pause(atLeastMs);
  const [result] = await Promise.allSettled([work(), floor]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
