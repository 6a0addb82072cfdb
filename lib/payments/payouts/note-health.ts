import { noteFailure, noteSuccess } from '@/lib/payments/connection-health';

/** What an answer about money that goes out says of its connection: an answer that nobody understands is a failure. */
export async function noteHealth(
  connectionId: string,
  answer: { outcome: string; reason?: string },
): Promise<void> {
  if (answer.outcome === 'unknown') await noteFailure(connectionId, answer.reason ?? '');
  else await noteSuccess(connectionId);
}
