import { z } from 'zod';
import { AppError, type AppErrorCode } from '@/lib/errors';

/** What became of one of several orders. */
export type OrderResult =
  | { orderId: string; ok: true }
  | { orderId: string; ok: false; code: AppErrorCode; params: Record<string, string> };

/** Orders chosen in a list: at most as many as a screen shows. */
export const orderIdsInput = z.array(z.string().max(40)).min(1).max(200);

/**
 * Does a step with each order by itself, so that one which refuses keeps no other from it. Expected failures become
 * results; anything else ends the whole, and what was done before it stands.
 */
export async function eachOrder(
  orderIds: string[],
  step: (orderId: string) => Promise<void>,
): Promise<OrderResult[]> {
  const results: OrderResult[] = [];
  for (const orderId of new Set(orderIds)) {
    try {
      await step(orderId);
      results.push({ orderId, ok: true });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ orderId, ok: false, code: error.code, params: error.params });
    }
  }
  return results;
}
