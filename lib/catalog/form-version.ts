import { createHash } from 'node:crypto';
import { fail } from '@/lib/errors';
import type { Direction, OfficeRequisites, PaymentMethod } from '@/prisma/generated/client';

/**
 * What a form was filled from, in a few characters that it sends back. Columns in `except` may change while it stands
 * open: they are not set by it.
 */
export function formVersion(row: Record<string, unknown>, except: readonly string[] = []): string {
  const told = Object.entries(row)
    .filter(([name]) => !except.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(told, (_name, value) => (typeof value === 'bigint' ? `${value}` : value));
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

export function directionVersion(row: Direction): string {
  return formVersion(row, ['updatedAt']);
}

/** The picture and the stop of payouts have switches of their own. */
export function methodVersion(row: PaymentMethod): string {
  return formVersion(row, ['updatedAt', 'logoFileId', 'payoutsStopped']);
}

/** Orders take sets in turn. */
export function requisitesVersion(row: OfficeRequisites): string {
  return formVersion(row, ['lastUsedAt']);
}

/** What a form sends that was opened while there was no such thing yet: made meanwhile, it is not written over. */
export const nothingYet = 'none';

/**
 * A form that is saved as a whole would silently undo what somebody else has changed since it was opened: a direction
 * closed in a hurry would open again. Throws `form_stale`. What sends no version is not asked for one.
 */
export function refuseStale(given: unknown, present: string): void {
  if (typeof given === 'string' && given !== present) fail('form_stale');
}
