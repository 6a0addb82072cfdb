import { AppError } from '@/lib/errors';

const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** PostgreSQL classes: 08 connection, 53 out of resources, 57P shutting down; 25006 is a read-only server. */
const database = /^(08|53|57P|25006)/;

/** Whether something that we stand on does not answer for the moment, so that the same call may succeed later. */
export function isOutage(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'unavailable';
  if (!(error instanceof Error)) return false;
  if (
    'code' in error &&
    typeof error.code === 'string' &&
    (network.has(error.code) || database.test(error.code))
  )
    return true;
  // A server on the same machine is asked through a socket, which is a file that goes when it stops.
  if ('syscall' in error && error.syscall === 'connect' && 'code' in error && error.code === 'ENOENT')
    return true;
  // Pool and driver tell these by their words only.
  return /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/i.test(
    error.message,
  );
}
