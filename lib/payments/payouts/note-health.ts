import type { Connection } from '@/lib/payments/connection';
import { howIsIt, noteFailure, noteSuccess } from '@/lib/payments/connection-health';

/**
 * What an answer about money that goes out says of its connection. One that makes no sense for one payout says little
 * about the whole system: it is asked how it is.
 */
export async function noteHealth(
  connection: Connection,
  asset: string,
  answer: { outcome: string; reason?: string },
): Promise<void> {
  if (answer.outcome !== 'unknown') await noteSuccess(connection.id);
  else if ((await howIsIt(connection, asset)) !== 'works')
    await noteFailure(connection.id, answer.reason ?? '');
}
