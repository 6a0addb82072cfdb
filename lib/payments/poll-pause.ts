const firstMs = 5_000;
const growth = 1.6;
const longestMs = 600_000;
const dayMs = 86_400_000;

/** When the system is asked for the first time after the customer was sent to it. */
export function firstPollAt(startedAt: Date): Date {
  return new Date(startedAt.getTime() + firstMs);
}

/**
 * When it is asked again after so many questions, or null: not any more. Pauses grow from 5 seconds to 10 minutes; a
 * day after the payment has run out nothing is expected to come by itself, and only a callback or an operator's
 * question can still bring it.
 */
export function nextPollAt(
  payment: { polls: number; expiresAt: Date | null; createdAt: Date },
  at: Date,
): Date | null {
  const pause = Math.min(longestMs, firstMs * growth ** Math.min(payment.polls, 50));
  const next = new Date(at.getTime() + pause);
  const end = (payment.expiresAt ?? payment.createdAt).getTime() + dayMs;
  return next.getTime() > end ? null : next;
}
